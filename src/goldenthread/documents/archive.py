"""Zip archives, opened within bounds.

Bytes in, parts by name out; nothing is written to disk.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from goldenthread.documents.bounds import Bounds
from goldenthread.fault import Fault

_DAMAGED = "This file is damaged: open it, save it again and upload the new copy."
_TOO_LARGE = "This file unpacks to more than can be read: leave pictures out and save it again."
_READ = (".xml", ".rels")
_ENCRYPTED = 0x1


def open_archive(data: bytes, bounds: Bounds) -> Mapping[str, bytes]:
    """Unpack the XML parts of an office file; pictures and the like stay packed.

    Raises:
        Fault: if it is no zip archive, is damaged or locked, or is larger than `bounds` allow.
    """
    if len(data) > bounds.bytes:
        raise Fault("This file is too large to be read: leave pictures out and save it again.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive, bounds)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Fault(_DAMAGED) from error
    except (RuntimeError, NotImplementedError, UnicodeError) as error:
        raise Fault(_DAMAGED) from error


def _unpack(archive: zipfile.ZipFile, bounds: Bounds) -> dict[str, bytes]:
    """Unpack part by part; what a part says of its own size is not believed."""
    entries = archive.infolist()
    if len(entries) > bounds.parts:
        raise Fault("This file holds more parts than any plan: check that it is the right file.")
    left = bounds.unpacked_bytes
    parts: dict[str, bytes] = {}
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Fault("This file is locked with a password: remove it and upload it again.")
        if entry.filename.endswith(_READ):
            with archive.open(entry) as member:
                parts[entry.filename] = member.read(left + 1)
            left -= len(parts[entry.filename])
            if left < 0:
                raise Fault(_TOO_LARGE)
    return parts
