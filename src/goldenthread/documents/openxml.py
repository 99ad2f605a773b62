"""XML parts of office files, parsed without entities, network or doctypes.

Takes bytes, gives element trees. Names are compared without their namespace, so that files
in the strict and the transitional form of the standard read alike.
"""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from goldenthread.fault import Fault

Element = etree._Element


def parse_xml(data: bytes, *, what: str) -> Element:
    """Parse one part of `what` (for example "Word file").

    Raises:
        Fault: if the XML is damaged, or declares entities or a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Fault(
            f"This {what} is damaged inside: open it, save it again and upload the new copy."
        ) from error
    if _declares_type(root):
        raise Fault(
            f"This {what} declares XML entities, which is not safe to read: "
            "save it again from the program that made it and upload the new copy."
        )
    return root


def _declares_type(root: Element) -> bool:
    return root.getroottree().docinfo.internalDTD is not None


def name_of(element: Element) -> str:
    """Give an element's name without namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, *, linked: bool = False) -> str | None:
    """Give an attribute by its name without namespace, None if it is not there.

    `linked` asks for the one in a namespace where there are two of the name.
    """
    plain = element.get(name)
    if plain is not None and not linked:
        return plain
    for key, found in element.items():
        if isinstance(key, str) and key.startswith("{") and key.rpartition("}")[2] == name:
            return str(found)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first child along a path of names, None if a step is missing."""
    found = element
    for name in path:
        if found is None:
            return None
        found = next((one for one in found if name_of(one) == name), None)
    return found


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of that name, in order; none for no element."""
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def descendants(element: Element, name: str) -> Iterator[Element]:
    """Give every element of that name below, in document order."""
    yield from (one for one in element.iter() if name_of(one) == name)


def value(element: Element | None, *path: str) -> str | None:
    """Give the `val` attribute at the end of a path of names, None if it is not there."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def is_on(element: Element | None, name: str) -> bool | None:
    """Read an on/off property such as bold: None where it is not set."""
    found = child(element, name)
    if found is None:
        return None
    return attribute(found, "val") not in {"0", "false", "off", "none"}


def is_true(element: Element, name: str, *, default: bool = False) -> bool:
    """Read an on/off attribute, `default` where it is not set."""
    given = attribute(element, name)
    return default if given is None else given in {"1", "true", "on"}


class OfficeFile:
    """An office file's parts by name, and the relations that lead from one to the next."""

    def __init__(self, parts: Mapping[str, bytes], what: str) -> None:
        self._parts = parts
        self._what = what

    def parse(self, name: str) -> Element:
        """Parse a part that must be there.

        Raises:
            Fault: if it is missing or damaged.
        """
        root = self.parse_if_there(name)
        if root is None:
            raise Fault(
                f"This {self._what} is damaged, a part of it is missing: "
                "open it, save it again and upload the new copy."
            )
        return root

    def parse_if_there(self, name: str) -> Element | None:
        """Parse a part, None if the file has no such part."""
        data = self._parts.get(name)
        return None if data is None else parse_xml(data, what=self._what)

    def main_part(self, kind: str, usual: str) -> str:
        """Give the name of the main part, whose content type holds `kind`.

        Raises:
            Fault: if the file is something else.
        """
        types = self.parse_if_there("[Content_Types].xml")
        if types is not None:
            for one in children(types, "Override"):
                content = attribute(one, "ContentType") or ""
                name = (attribute(one, "PartName") or "").lstrip("/")
                if kind in content and content.endswith("main+xml") and name in self._parts:
                    return name
        if usual in self._parts:
            return usual
        raise Fault(
            f"This is not a {self._what}, whatever its name ends in: "
            "check which program made it and upload it under its own ending."
        )

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give the relations of a part: by id, the kind and the name of the part meant.

        Links to the outside are left out.
        """
        folder, _, file = part.rpartition("/")
        root = self.parse_if_there(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for one in children(root, "Relationship"):
            if attribute(one, "TargetMode") != "External":
                kind = (attribute(one, "Type") or "").rpartition("/")[2]
                target = posixpath.join("/", folder, attribute(one, "Target") or "")
                name = posixpath.normpath(target).lstrip("/")
                found[attribute(one, "Id") or ""] = (kind, name)
        return found

    def related(self, part: str, kind: str) -> Element | None:
        """Parse the first part of a kind that `part` relates to, None if there is none."""
        names = (name for found, name in self.relations(part).values() if found == kind)
        name = next(names, None)
        return None if name is None else self.parse_if_there(name)
