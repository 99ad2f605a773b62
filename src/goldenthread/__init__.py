"""Golden Thread: the planning system for integrated care, with the law built in.

Data flows one way: YAML, files and rows in, values, findings, words out.
The packages and what each may import are listed in DEVELOPERS.md.
"""

__version__ = "0.1.0"
