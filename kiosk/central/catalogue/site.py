"""What differs from library to library in its records: one text in TOML, kept with each source.

Each setting's name, type, default and meaning stand together here; a wrong one is refused with its place.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct

from kiosk.catalogue.holdings import Item, Layout
from kiosk.catalogue.presets import PRESETS
from kiosk.errors import BadInput
from kiosk.wire import Title, TitleKind

Audience = Literal["children", "teen", "adult", "general"]
Share = Annotated[float, Meta(ge=0, le=1)]


class Audiences(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For whom a title is, where its own record does not say so: by the code of the shelf of its copies, or by how
    their call number begins."""

    shelves: dict[str, Audience] = {}
    call_numbers: dict[str, Audience] = {}


class Kinds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a title is, whatever its record says: by the type of item or the shelf of its copies, or by how their call
    number begins."""

    types: dict[str, TitleKind] = {}
    shelves: dict[str, TitleKind] = {}
    call_numbers: dict[str, TitleKind] = {}


class Harvest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How this source is asked. OAI-PMH: `prefix`, the metadata format ("": the best that it has), and `set`. SRU:
    `query`, `schema` and `version`. Koha: `items`, where copies come from: its records ("oai"), or its public
    REST; `rest`, the address of that ("": "/api/v1" below that of the source)."""

    prefix: str = ""
    set: str = ""
    query: str = "cql.allRecords=1"
    schema: str = "marcxml"
    version: Literal["1.1", "1.2", "2.0"] = "1.2"
    items: Literal["oai", "rest"] = "oai"
    rest: str = ""


class Live(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the source is asked, while somebody looks at a title, which of its copies are in. `protocol`: "" for the one
    that goes with the kind of source, "none" not to ask; `address`: "" for that of the source.

    SRU: `index`, the server's name for the index of record numbers. DAIA: `document`, how it names what has the number
    {number} ("ppn:{number}"). Wise: `application` and `branch`, as OCLC gives them; the key stands in the environment,
    as WEGWIJS_KEY_ and the short name of the source ("number:secret").
    """

    protocol: Literal["", "none", "sru", "daia", "koha", "wise"] = ""
    address: str = ""
    index: str = "rec.id"
    document: str = "{number}"
    application: str = ""
    branch: str = ""


class Site(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it. `encoding`: of records that are in neither UTF-8 nor MARC-8 ("windows-1251"); `branches`: our branch
    for each code of theirs, "" to leave its copies out; `shelves`: how visitors call the shelf behind a code; `vanish`:
    the share of titles that a full harvest may let go at once; `covers`: where pictures of covers are, with {isbn} for
    its thirteen digits ("https://…/{isbn}.jpg"), and `covers_rate`: how many a second are asked for at most."""

    preset: Literal["marc21", "koha", "sirsi", "unimarc", "none"] = "marc21"
    encoding: str = ""
    holdings: Layout = Layout()
    branches: dict[str, str] = {}
    shelves: dict[str, str] = {}
    audience: Audiences = Audiences()
    kinds: Kinds = Kinds()
    harvest: Harvest = Harvest()
    live: Live = Live()
    covers: str = ""
    covers_rate: Annotated[float, Meta(gt=0, le=100)] = 2.0
    vanish: Share = 0.1


def read(text: str, where: str = "") -> Site:
    """The site that this text describes; `BadInput` names the place of what is wrong ("$.holdings.branch")."""
    try:
        site = msgspec.convert(_on_preset(tomllib.loads(text)), Site)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"The mapping is not as it should be: {error}", where, "Mend that line.") from error
    for fault in _faults(site):
        raise BadInput(f"The mapping is not as it should be: {fault}", where, "Mend that line.")
    return site


def _on_preset(given: dict[str, Any]) -> dict[str, Any]:
    """What the text says of the copies, over what its preset says."""
    preset, holdings = given.get("preset", "marc21"), given.get("holdings", {})
    if preset in PRESETS and isinstance(holdings, dict):
        given = {**given, "holdings": {**msgspec.to_builtins(PRESETS[preset]), **holdings}}
    return given


def _faults(site: Site) -> Iterator[str]:
    """What the types cannot say."""
    if site.encoding and not _one_byte_each(site.encoding):
        yield f"there is no encoding `{site.encoding}` of one byte a character - at `$.encoding`"
    if site.covers and not _names_covers(site.covers):
        yield "an address of covers is written like `https://…/{isbn}.jpg` - at `$.covers`"
    for form in site.holdings.dates:
        if not _is_form(form):
            yield f"`{form}` is no form of a day: it is written like `%d/%m/%Y` - at `$.holdings.dates`"


def _names_covers(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("https", "http") and bool(parts.hostname) and "{isbn}" in parts.path + parts.query
    except ValueError:
        return False


def _is_form(form: str) -> bool:
    try:
        return datetime.strptime(datetime(2026, 11, 25).strftime(form), form).date().isoformat() == "2026-11-25"
    except (ValueError, re.error):
        return False


def _one_byte_each(name: str) -> bool:
    try:
        made, _ = codecs.lookup(name).decode(bytes(range(0x20, 0x7F)))
        return len(made) == 0x7F - 0x20 and codecs.lookup(name).decode(b"\xe9", "replace")[0] != "\ufffd"
    except (LookupError, UnicodeError, TypeError, ValueError):
        return False


def told(title: Title, items: tuple[Item, ...], site: Site) -> Title:
    """The title with what its copies say of it, and how often they were lent."""
    kinds = {*_by(items, "kind", site.kinds.types), *_by(items, "shelf", site.kinds.shelves)}
    kinds |= set(_begun(items, site.kinds.call_numbers))
    readers = {*_by(items, "shelf", site.audience.shelves), *_begun(items, site.audience.call_numbers)}
    return msgspec.structs.replace(
        title,
        kind=kinds.pop() if len(kinds) == 1 else title.kind,
        audience=readers.pop() if len(readers) == 1 and not title.audience else title.audience,
        loans=_rounded(sum(item.loans for item in items)) or title.loans,
    )


def _by(items: tuple[Item, ...], name: str, meanings: dict[str, Any]) -> Iterator[Any]:
    yield from (meanings[code] for item in items if (code := getattr(item, name)) in meanings)


def _begun(items: tuple[Item, ...], meanings: dict[str, Any]) -> Iterator[Any]:
    """The longest beginning counts."""
    for item in items:
        fitting = [start for start in meanings if item.call_number.startswith(start)]
        if fitting:
            yield meanings[max(fitting, key=len)]


def _rounded(loans: int) -> int:
    """Two digits: a title that is lent once more need not go to every kiosk again."""
    step: int = 10 ** max(0, len(str(loans)) - 2)
    return loans // step * step
