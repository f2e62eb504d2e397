"""What people type, mistakes of adults who learn Dutch included, and the title that must be in the first ten."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.catalogue import index
from kiosk.catalogue.index import Index, Query
from kiosk.catalogue.marc import read
from kiosk.paths import RESOURCES
from kiosk.wire import Title

ASKED = [line.split("\t") for line in (Path(__file__).parent / "data" / "queries.tsv").read_text("utf-8").splitlines()]

#: The part of them that must be found, of all and of each kind.
LEAST = 0.97


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """All of the demo's titles, the foreign ones too."""
    folder = tmp_path_factory.mktemp("index")
    files = [file for file in (RESOURCES / "demo" / "catalogue").iterdir() if file.suffix in (".mrc", ".xml")]
    found = {title.id: title for file in sorted(files) for title in read(file) if isinstance(title, Title)}
    index.build(folder, found.values())
    return index.open(folder)


def first_ten(catalogue: Index, text: str) -> list[str]:
    """The titles of the first ten works."""
    return [id for hit in catalogue.ask(Query(text)).hits[:10] for id in (hit.id, *hit.others)]


def test_what_people_type_finds_what_they_mean(catalogue: Index) -> None:
    missed = [f"{text}: {id}" for text, id in ASKED if id not in first_ten(catalogue, text)]
    assert len(ASKED) >= 200
    assert 1 - len(missed) / len(ASKED) >= LEAST, missed


def test_each_query_is_asked_once(catalogue: Index) -> None:
    assert len({text for text, _ in ASKED}) == len(ASKED)


def test_every_key_on_the_way_there_has_an_answer_in_time(catalogue: Index) -> None:
    """Nothing that can be typed makes the search go astray: each key is answered, and the work for it is bounded."""
    for text, _ in ASKED[::5]:
        for length in range(1, len(text) + 1):
            answer = catalogue.ask(Query(text[:length]))
            assert answer.words, text[:length]
            assert answer.total == 0 or answer.hits, text[:length]
