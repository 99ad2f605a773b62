"""Which passages of a text answer which requirement, and what is missing.

Pure: requirements, a text and weights come in as values, verdicts and evidence go out.
May not open files, read clocks or reach the network.
"""
