"""Office files that are not read: older formats and files locked with a password.

Bytes in; either nothing is wrong or a Fault says what to do.
"""

from goldenthread.fault import Fault

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    (
        "EncryptedPackage",
        "This file is locked with a password: remove the password and upload it again.",
    ),
    (
        "WordDocument",
        "This is a Word file of the old .doc kind: save it as .docx and upload that.",
    ),
    (
        "PowerPoint Document",
        "This is a PowerPoint file of the old .ppt kind: save it as .pptx and upload that.",
    ),
)


def check_is_modern(data: bytes) -> None:
    """Refuse files of the old Office formats.

    Raises:
        Fault: if `data` is a .doc, .ppt, .rtf or any other old Office file, or is encrypted.
    """
    if data[:6].startswith(b"{\\rtf"):
        raise Fault("This is a rich text (.rtf) file: save it as .docx and upload that.")
    if not data.startswith(_OLE):
        return
    for stream, message in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise Fault(message)
    raise Fault("This file is of an old Office kind: save it as .docx or .pptx and upload that.")
