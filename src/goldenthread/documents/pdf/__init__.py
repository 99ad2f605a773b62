"""PDF files: words with their places, put back into the order and shapes a reader sees.

`pieces` reads the file; everything after it works on plain values.
"""

from goldenthread.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
