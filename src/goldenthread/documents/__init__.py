"""Files become texts: PDF, DOCX, PPTX, HTML, Markdown, ODT and plain text to sections and passages.

The readers open files; everything else here takes and gives values. Knows nothing of the law.
"""
