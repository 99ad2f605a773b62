"""Findings become words: text, HTML, DOCX, XLSX, CSV, JSON and calendars.

Used by the command line and the web alike. Takes values, gives text or bytes.
"""
