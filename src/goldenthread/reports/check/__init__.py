"""The plan check's report: one value, `CheckReport`, and a module for each form it takes.

Pure but for the page's template, which is read from the package. Every form shows the same
facts: what was read, the gaps, each requirement with its points, quotes, places and source.
"""
