"""An answer in XML as a tree, however hostile: entities are refused, so that little cannot grow without end; characters
that XML forbids are left out; depth and number of elements are bounded. Names are without their namespace.

Why not ElementTree's own parser: it has no place to refuse entities, and believes any depth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.marcxml import DEEPEST, decoded, legal

#: How many elements there may be: a hundred records have some 20,000.
MOST = 500_000


def tree(blocks: Iterable[bytes]) -> Element:
    """The root; `Unreadable` when this is no XML, or none that we take."""
    made = _Made()
    for text in legal(decoded(iter(blocks))):
        made.feed(text)
    return made.close()


def find(element: Element, *names: str) -> Element | None:
    """The first child with that name, then its child with the next …"""
    found: Element | None = element
    for name in names:
        found = None if found is None else next((child for child in found if child.tag == name), None)
    return found


def text(element: Element | None, *names: str) -> str:
    """The text of `find`, or ""."""
    found = None if element is None else find(element, *names)
    return "" if found is None else (found.text or "").strip()


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children with that name."""
    yield from () if element is None else (child for child in element if child.tag == name)


class _Made:
    def __init__(self) -> None:
        self._builder, self._depth, self._count = TreeBuilder(), 0, 0
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, text: str, last: bool = False) -> None:
        try:
            self._parser.Parse(text.lstrip("\ufeff").encode("utf-8", "replace"), last)
        except expat.ExpatError as error:
            raise Unreadable(f"not XML: {error}") from error

    def close(self) -> Element:
        self.feed("", last=True)
        return self._builder.close()

    def _refuse(self, *_: object) -> None:
        raise Unreadable("the XML declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        if self._depth > DEEPEST or self._count > MOST:
            raise Unreadable("the XML is too deep or too long")
        self._builder.start(_local(name), {_local(each): value for each, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_local(name))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
