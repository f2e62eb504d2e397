"""The web addresses of a title, for the code that a phone reads. Pure.

Only what a browser opens as a page: an address comes from the source's record, and nobody has looked at it.
"""

from __future__ import annotations

from string import ascii_letters, digits

from kiosk.wire import Link, Title

#: What may stand in an address as it is (RFC 3986, 2.3).
_UNRESERVED = frozenset(f"{ascii_letters}{digits}-._~".encode())

#: Signs in an address; a longer one makes a code that no phone reads from a screen.
LONGEST = 600


def pages(links: list[Link]) -> list[Link]:
    """The links that a phone can open, each address once."""
    found = {link.url: link for link in reversed(links) if _is_page(link.url)}
    return [link for link in links if found.get(link.url) is link]


def own_page(template: str, title: Title) -> str:
    """The title's page on the library's own site: `{id}` and `{isbn}` in the template are filled in. "" without a
    template, or when the title has no ISBN to fill in."""
    isbn = title.isbns[0] if title.isbns else ""
    if "{isbn}" in template and not isbn:
        return ""
    address = template.replace("{id}", quoted(title.id)).replace("{isbn}", quoted(isbn))
    return address if _is_page(address) else ""


def quoted(text: str) -> str:
    """Percent-encoded (RFC 3986, 2.1)."""
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode())


def _is_page(address: str) -> bool:
    return address.startswith(("https://", "http://")) and address.isprintable() and len(address) <= LONGEST
