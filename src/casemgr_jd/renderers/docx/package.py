"""The zip around a document: what never changes is compressed once, the rest is written behind it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

__all__ = ["Package"]

_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""1980-01-01, the first day that a zip can name: no clock is read."""
_VERSION, _DEFLATED = 20, 8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_ENDING = struct.Struct("<4s4H2LH")


class Package:
    """The parts of a container that are the same in each document, ready to stand in a zip.

    Args:
        container: a zip file.
        varying: names of the parts that each document brings itself.

    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as archive:
    ...     archive.writestr("a.xml", "<a/>")
    ...     archive.writestr("b.xml", "<b/>")
    >>> package = Package(buffer.getvalue(), ["b.xml"])
    >>> package.parts["b.xml"]
    b'<b/>'
    >>> zipfile.ZipFile(io.BytesIO(package.zipped({"b.xml": b"<c/>"}))).read("b.xml")
    b'<c/>'
    """

    def __init__(self, container: bytes, varying: Iterable[str]) -> None:
        with zipfile.ZipFile(io.BytesIO(container)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        self.parts: Mapping[str, bytes] = {name: parts[name] for name in varying}
        """By name: what the container holds in each of the varying parts."""
        same = {name: data for name, data in parts.items() if name not in self.parts}
        self._start, self._entries = _members(same, 0, level=9)
        self._count = len(same)

    def zipped(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the zip with *parts* in it; the same parts give the same bytes."""
        members, entries = _members(parts, len(self._start), level=6)
        directory = self._entries + entries
        count, size = self._count + len(parts), len(directory)
        start = len(self._start) + len(members)
        ending = _ENDING.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)
        return b"".join((self._start, members, directory, ending))


def _members(parts: Mapping[str, bytes], start: int, level: int) -> tuple[bytes, bytes]:
    """Return *parts* as members of a zip from offset *start* on, and their directory entries."""
    members: list[bytes] = []
    entries: list[bytes] = []
    for name, data in parts.items():
        packed, common = _compressed(name, data, level)
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, *common, 0) + name.encode("ascii")
        central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, 0, *common, 0, 0, 0, 0, 0, start)
        members += (local, packed)
        entries += (central, name.encode("ascii"))
        start += len(local) + len(packed)
    return b"".join(members), b"".join(entries)


def _compressed(name: str, data: bytes, level: int) -> tuple[bytes, tuple[int, ...]]:
    """Return deflated *data*, and what both headers of its member say alike."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    sizes = (zlib.crc32(data), len(packed), len(data), len(name))
    return packed, (_DEFLATED, _MIDNIGHT, _FIRST_DAY, *sizes)
