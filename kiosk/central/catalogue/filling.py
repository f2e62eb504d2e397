"""What stands on a themed shelf: the titles that staff chose, and after them the newest that fit its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct, field

from kiosk.central.catalogue.models import Title
from kiosk.central.catalogue.themes import Theme
from kiosk.wire import decode

#: Titles on a shelf, and those that are looked at for a preview, which is drawn anew with every letter.
ROOM, GLANCE = 24, 20_000

#: Titles that are read at once.
_CHUNK = 500


class Traits(Struct, frozen=True):
    """What a rule asks of a title (`wire.Title`), which is quicker to read than all of it."""

    languages: list[str] = field(default_factory=list)
    audience: str = ""
    easy: bool = False
    subjects: list[str] = field(default_factory=list)
    genres: list[str] = field(default_factory=list)


def fill(theme: Theme) -> bool:
    """Put on the shelf what belongs there now; whether that changed anything. Kiosks hear of it."""
    chosen = theme.shelved.values_list("title_id", flat=True) if theme.pk else []
    titles = filled(theme, chosen)
    if titles == theme.titles:
        return False
    theme.titles = titles
    theme.save()
    return True


def filled(theme: Theme, chosen: Iterable[str], most: int | None = None) -> list[str]:
    """The ids that belong on it; `most`: how many titles are looked at for the rule."""
    found = dict.fromkeys(chosen)
    for id in _ruled(theme, most):
        if len(found) >= ROOM:
            break
        found[id] = None
    return list(found)[:ROOM]


def renew() -> int:
    """Fill all shelves anew, after titles came or went; how many changed."""
    return sum(fill(theme) for theme in Theme.objects.all())


def subjects(theme: Theme) -> set[str]:
    """The subjects and genres of which a title must have one; folded."""
    return {_folded(part) for part in theme.subjects.split(",")} - {""}


def fits(title: Traits, theme: Theme, wanted: set[str]) -> bool:
    """Whether a title fits the rule, but for its kind."""
    return (
        (not theme.language or theme.language in title.languages)
        and (not theme.audience or theme.audience == title.audience)
        and (not theme.easy or title.easy)
        and (not wanted or not wanted.isdisjoint(map(_folded, [*title.subjects, *title.genres])))
    )


def _ruled(theme: Theme, most: int | None) -> Iterator[str]:
    """Newest first."""
    wanted = subjects(theme)
    if not (wanted or theme.kind or theme.language or theme.audience or theme.easy):
        return
    rows = Title.objects.filter(kind=theme.kind) if theme.kind else Title.objects.all()
    ids = iter(rows.order_by("-year", "title", "pk").values_list("pk", flat=True)[:most])
    while some := list(islice(ids, _CHUNK)):
        yield from (id for id, traits in _read(some) if fits(traits, theme, wanted))


def _read(ids: Sequence[str]) -> Iterator[tuple[str, Traits]]:
    bodies = dict(Title.objects.filter(pk__in=ids).values_list("pk", "body"))
    for id in ids:
        if id in bodies:
            yield id, decode(bytes(bodies[id]), Traits)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
