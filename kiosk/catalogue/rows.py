"""Titles and copies as QML reads them: codes, numbers and texts, no sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, cast

from kiosk.catalogue.addresses import own_page, pages
from kiosk.catalogue.covers import picture
from kiosk.catalogue.marking import marked, shortened
from kiosk.catalogue.questions import Hit
from kiosk.catalogue.shelves import Share, for_branch, place, shares
from kiosk.catalogue.walks import walk
from kiosk.store.replica import Replica
from kiosk.wire import Branch, Copy, Kiosk, Theme, Title

#: A title in the list. `marked`: its name as HTML, with <b> around what was found; `roman`: the same in Latin letters,
#: when the name is in another script; `place`: as in `shelves.PlaceCode`; `count`, `branch`, `shelf`, `floor`, `due`:
#: of that place; `branches`: how many branches have it; `editions`: how many of the work fit what was asked, and
#: `kinds`: of what other kinds they are; `cover`: the address of a picture, or "".
FIELDS = (
    "titleId", "name", "marked", "roman", "authors", "year", "kind", "easy", "minutes", "language",
    "place", "count", "branch", "branches", "callNumber", "shelf", "floor", "due", "editions", "kinds", "cover",
)  # fmt: skip

#: What one branch has. `status`: as in `wire.Copy`, or "absent"; `floor`: its name by language, {} when the branch has
#: but one.
COPY_FIELDS = ("branch", "here", "status", "count", "due", "callNumber", "shelf", "floor")

Row = dict[str, Any]

_PAGES = re.compile(r"(\d{1,5})\s*(?:p\b|p\.|pages|pag\b|blz|bladzijden|s\.|str\.)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*min", re.IGNORECASE)
_ALTERNATIVE = ("of ", "or ", "or, ", "oder ", "ou ")


class Rows:
    """Reads what rows need from the replica, once for all of them. `covers`: the folder of their pictures; `names`: the
    short names of branches, by id."""

    def __init__(self, replica: Replica, covers: Path | None = None) -> None:
        self._replica, self._covers = replica, covers
        self._here = replica.known("branch")
        self._branches = {branch.id: branch for branch in cast(list[Branch], replica.all("branches"))}
        self.names = {branch.id: branch.short for branch in self._branches.values()}

    def found(self, hits: Sequence[Hit], words: Sequence[str]) -> list[Row]:
        """A row for each work of which a title is still known, in that order."""
        copies: dict[str, list[Copy]] = {}
        for copy in cast(list[Copy], self._replica.by("copies", *(hit.id for hit in hits)) if hits else []):
            copies.setdefault(copy.title, []).append(copy)
        found = ((hit, self.get(hit.id)) for hit in hits)
        return [
            {**self._row(title, copies.get(title.id, []), words), **self._others(title, hit)}
            for hit, title in found
            if title
        ]

    def editions(self, id: str) -> list[Hit]:
        """The other titles of the same work: of this kind first, the newest first."""
        title = self.get(id)
        if title is None or not title.work:
            return []
        others = [other for other in cast(list[Title], self._replica.by("titles", title.work)) if other.id != id]
        return [Hit(other.id) for other in sorted(others, key=lambda other: (other.kind != title.kind, -other.year))]

    def title(self, id: str, live: Sequence[Copy] | None = None) -> Row:
        """All that a title's own page shows, or {}. `links`: {url, text} of what can be read or heard online; `page`:
        its address on the library's own site, or "". `live`: its copies, when somebody knows better than the replica.
        """
        title = self.get(id)
        if title is None:
            return {}
        here = self._branches.get(self._here)
        page = own_page(here.catalogue_page, title) if here else ""
        return {**self._row(title, self._known(id, live), ()), **_details(title), "page": page}

    def walk(self, id: str, live: Sequence[Copy] | None = None) -> Row:
        """The way from this screen to its shelf, as in `walks.walk`."""
        found = shares(self._known(id, live), self._here, self.names)
        kiosk = cast(Kiosk | None, self._replica.get("kiosks", self._replica.known("kiosk")))
        return walk(self._branches.get(self._here), kiosk, found[0] if found else None)

    def copies(self, id: str, live: Sequence[Copy] | None = None) -> list[Row]:
        """What each branch has of it, this branch first; this one with the status "absent" when it has none."""
        found = shares(self._known(id, live), self._here, self.names)
        rows = [
            {
                "branch": self.names.get(share.branch, share.branch),
                "here": share.branch == self._here,
                **self._share(share),
            }
            for share in found
        ]
        if not found or found[0].branch == self._here or self._here not in self.names:
            return rows
        absent = {"branch": self.names[self._here], "here": True, **self._share(None), "status": "absent"}
        return [absent, *rows]

    def themes(self) -> list[Theme]:
        """The themed shelves of this branch, in their order."""
        return for_branch(cast(list[Theme], self._replica.all("themes")), self._here)

    def stored(self, id: str) -> list[Copy]:
        """The copies of a title, as the replica has them."""
        return cast(list[Copy], self._replica.by("copies", id)) if id else []

    def _known(self, id: str, live: Sequence[Copy] | None) -> Sequence[Copy]:
        return self.stored(id) if live is None else live

    def get(self, id: str) -> Title | None:
        """That title, if it is known."""
        return cast(Title | None, self._replica.get("titles", id))

    def _others(self, title: Title, hit: Hit) -> Row:
        others = [other.kind for id in hit.others if (other := self.get(id))]
        return {"editions": 1 + len(others), "kinds": sorted({kind for kind in others if kind != title.kind})}

    def _row(self, title: Title, copies: Sequence[Copy], words: Sequence[str]) -> Row:
        found = shares(copies, self._here, self.names)
        best = place(title, found, self._here)
        name = title.original or full_name(title)
        return {
            "titleId": title.id,
            "name": title.original or title.title,
            "marked": marked(shortened(name), words),
            "roman": shortened(title.title) if title.original else "",
            "authors": title.original_authors or title.authors,
            "year": title.year,
            "kind": title.kind,
            "easy": title.easy,
            "minutes": _number(_MINUTES, title.extent),
            "language": next(iter(title.languages), ""),
            "cover": picture(self._covers, title.cover),
            "editions": 1,
            "kinds": [],
            "place": best.code,
            "branches": best.branches,
            "branch": self.names.get(best.share.branch, best.share.branch) if best.share else "",
            **self._share(best.share),
        }

    def _share(self, share: Share | None) -> Row:
        if share is None:
            return {"status": "", "count": 0, "due": None, "callNumber": "", "shelf": "", "floor": {}}
        branch = self._branches.get(share.branch)
        floors = branch.floors if branch else []
        name = next((floor.name for floor in floors if floor.number == share.floor), {})
        return {
            "status": share.status,
            "count": share.count,
            "due": datetime.combine(share.due, time(12)) if share.due else None,
            "callNumber": share.call_number,
            "shelf": share.shelf,
            "floor": name if len(floors) > 1 else {},
        }


def full_name(title: Title) -> str:
    """Title, subtitle and part as one line: "Max Havelaar, of De koffieveilingen"."""
    joint = ", " if title.subtitle.startswith(_ALTERNATIVE) else ": "
    name = joint.join(text for text in (title.title, title.subtitle) if text)
    return f"{name}. {title.part}" if title.part else name


def _details(title: Title) -> Row:
    return {
        "fullName": full_name(title),
        "title": title.title,
        "original": title.original,
        "makers": title.authors,
        "pages": _number(_PAGES, title.extent),
        "languages": title.languages,
        "originalLanguage": title.original_language,
        "summary": title.summary,
        "subjects": title.subjects,
        "genres": title.genres,
        "series": [{"name": series.name, "number": series.number} for series in title.series],
        "audience": title.audience,
        "largePrint": title.large_print,
        "publisher": title.publisher,
        "links": [{"url": link.url, "text": link.text} for link in pages(title.links)],
    }


def _number(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return int(found[1]) if found else 0
