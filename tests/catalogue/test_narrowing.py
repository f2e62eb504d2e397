"""Facets, ways out, other editions, similar titles and what is new: what an index tells besides titles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue import index
from kiosk.catalogue.index import NEW_FOR, Facets, Filters, Index, Query
from kiosk.wire import Copy, Title
from tests.library import set_clock

TODAY = date(2026, 11, 18)


def copy(title: str, branch: str, status: str = "available", ago: int = 900) -> Copy:
    added = TODAY - timedelta(days=ago)
    return Copy(id=f"{title}-{branch}", title=title, branch=branch, status=status, added=added)  # type: ignore[arg-type]


TITLES = [
    Title(id="kat", title="De kat", authors=["Ada Voorbeeld"], languages=["dut"], audience="children", work="kat"),
    Title(id="kat-e", title="De kat", authors=["Ada Voorbeeld"], languages=["dut"], kind="ebook", work="kat"),
    Title(id="kat-groot", title="De kat", authors=["Ada Voorbeeld"], languages=["dut"], large_print=True, work="kat"),
    Title(id="cat", title="The cat", authors=["Ada Voorbeeld"], languages=["eng"], subjects=["Katten"], work="cat"),
    Title(id="katten", title="Katten", languages=["dut"], subjects=["Katten"], easy=True, audience="adult"),
    Title(id="hond", title="De hond", authors=["Bo Ander"], languages=["dut"], subjects=["Honden"]),
    Title(id="honden", title="Nog meer honden", authors=["Bo Ander"], languages=["dut"], subjects=["Honden"]),
]
COPIES = [
    copy("kat", "laak"), copy("kat", "escamp", "on_loan"), copy("cat", "escamp", ago=3),
    copy("hond", "laak", "on_loan"), copy("katten", "laak", ago=NEW_FOR), copy("honden", "laak", ago=1),
]  # fmt: skip


def copies(id: str) -> Sequence[Copy]:
    return [copy for copy in COPIES if copy.title == id]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    set_clock(monkeypatch)
    index.build(tmp_path, TITLES, copies, "laak")
    return index.open(tmp_path)


def narrowed(library: Index, text: str, **chosen: tuple[str, ...]) -> set[str]:
    answer = library.ask(Query(text, filters=Filters(**chosen)))
    return {id for hit in answer.hits for id in (hit.id, *hit.others)}


def counts(library: Index, query: Query) -> dict[str, dict[str, int]]:
    return {facet: dict(values) for facet, values in library.count(query, library.ask(query)).counts}


def test_editions_of_a_work_are_one_hit(library: Index) -> None:
    answer = library.ask(Query("de kat"))
    assert (answer.hits[0].id, set(answer.hits[0].others)) == ("kat", {"kat-e", "kat-groot"})
    assert (answer.total, [hit.id for hit in answer.hits], answer.complete) == (5, ["kat", "katten", "cat"], True)


def test_each_facet_narrows(library: Index) -> None:
    assert narrowed(library, "kat", kind=("ebook",)) == {"kat-e"}
    assert narrowed(library, "kat", language=("eng",)) == {"cat"}
    assert narrowed(library, "kat", language=("eng", "dut"), audience=("adult",)) == {"katten"}
    assert narrowed(library, "kat", branch=("escamp",)) == {"kat", "cat"}
    assert narrowed(library, "", here=("yes",)) == {"kat", "katten", "honden"}
    assert narrowed(library, "", form=("large",)) == {"kat-groot"}
    assert narrowed(library, "", form=("easy", "ebook")) == {"katten", "kat-e"}


def test_new_is_by_the_day_and_by_the_copy(library: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    assert narrowed(library, "", new=("yes",)) == {"cat", "katten", "honden"}
    set_clock(monkeypatch, datetime(2026, 11, 19, 9, tzinfo=UTC))
    assert narrowed(library, "", new=("yes",)) == {"cat", "honden"}, "a day later, the same index"
    assert [hit.id for hit in library.came_here("laak", 9)] == ["honden"]
    set_clock(monkeypatch, datetime(2027, 3, 1, 9, tzinfo=UTC))
    assert narrowed(library, "", new=("yes",)) == set()


def test_facets_count_what_the_answer_holds(library: Index) -> None:
    assert counts(library, Query("kat")) == {
        "here": {"yes": 2},
        "kind": {"book": 4, "ebook": 1},
        "audience": {"children": 1, "adult": 1},
        "form": {"ebook": 1, "large": 1, "easy": 1},
        "language": {"dut": 4, "eng": 1},
        "branch": {"laak": 2, "escamp": 2},
        "new": {"yes": 2},
    }


def test_what_is_chosen_does_not_narrow_its_own_facet(library: Index) -> None:
    narrow = counts(library, Query("kat", filters=Filters(language=("eng",))))
    assert narrow["language"] == {"dut": 4, "eng": 1}
    assert narrow["kind"] == {"book": 1}


def test_every_count_is_what_choosing_brings(library: Index) -> None:
    for facet, values in counts(library, Query("kat")).items():
        for value, count in values.items():
            chosen = Query("kat", filters=Filters().choose(facet, value))
            assert library.ask(chosen).total == count, (facet, value)


def test_ways_out_lead_to_as_many_titles_as_they_say(library: Index) -> None:
    query = Query("kat hond", filters=Filters(branch=("escamp",), language=("dut",)))
    ways = library.count(query, library.ask(query)).ways
    assert {(way.way, way.facet, way.text) for way in ways} >= {("fewer-words", "", "kat")}
    query = Query("honden", filters=Filters(branch=("escamp",)))
    ways = library.count(query, library.ask(query)).ways
    assert [(way.way, way.value, way.count) for way in ways] == [("drop-filter", "escamp", 2), ("elsewhere", "", 2)]
    for way in ways:
        assert library.ask(way.query).total == way.count
    assert library.count(Query(""), library.ask(Query(""))) == Facets()


def test_similar_is_what_shares_author_or_subject_but_not_the_work(library: Index) -> None:
    assert [hit.id for hit in library.similar(TITLES[0], 9)] == ["cat"]
    assert {hit.id for hit in library.similar(TITLES[3], 9)} == {"kat", "katten"}
    assert [hit.id for hit in library.similar(TITLES[5], 9)] == ["honden"]
    assert library.similar(Title(id="x", title="Alleen"), 9) == ()


def test_what_is_here_and_lent_most_stands_first_among_equals(tmp_path: Path) -> None:
    same = [Title(id=str(number), title="Fiets", loans=number, languages=["dut"]) for number in range(3)]
    index.build(tmp_path, same)
    assert index.open(tmp_path).ask(Query("fiets")).ids == ("2", "1", "0")
    index.build(
        tmp_path,
        same,
        lambda id: [Copy(id="c", title=id, branch="laak", status="available")] if id == "0" else [],
        "laak",
    )
    assert index.open(tmp_path).ask(Query("fiets")).ids[0] == "0"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("mueller", "Müller"), ("müller", "Mueller"), ("muller", "Müller"), ("leyden", "Leijden"),
        ("leijden", "Leyden"), ("oeuvres", "Œuvres"), ("cijfer", "Cyfer"), ("fietsen", "Fiets"),
        ("lezen", "Leesboek over lezen"), ("libraries", "Library"), ("mogelijkheid", "Mogelijkheden"),
        ("huizen", "Huis"),
    ],
)  # fmt: skip
def test_other_spellings_and_forms_find_each_other(tmp_path: Path, typed: str, title: str) -> None:
    index.build(tmp_path, [Title(id="1", title=title), Title(id="2", title="Iets anders")])
    answer = index.open(tmp_path).ask(Query(typed))
    assert (answer.ids, answer.corrected) == (("1",), "")


def test_the_summary_is_searched_last_and_a_form_after_the_word(tmp_path: Path) -> None:
    titles = [
        Title(id="summary", title="Thuis", summary="Over een fietsenmaker."),
        Title(id="form", title="Fietsenmakers"),
        Title(id="word", title="Mijn oom de fietsenmaker"),
    ]
    index.build(tmp_path, titles)
    assert index.open(tmp_path).ask(Query("fietsenmaker oom")).ids == ("word",)
    assert index.open(tmp_path).ask(Query("fietsenmaker")).ids == ("form", "word", "summary")


def test_a_writer_that_was_killed_leaves_no_text_astray(tmp_path: Path) -> None:
    index.build(tmp_path, TITLES[:2])
    (current,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    with (current / "ids.txt").open("ab") as file:
        file.write(b"half-an-i")
    index.update(tmp_path, [Title(id="new", title="De poes")], [])
    opened = index.open(tmp_path)
    assert opened.ask(Query("poes")).ids == ("new",)
    assert opened.ask(Query("kat")).ids == ("kat",)


def test_updates_do_not_make_the_texts_longer(tmp_path: Path) -> None:
    index.build(tmp_path, TITLES)
    (ids,) = tmp_path.glob("*/ids.txt")
    before = ids.stat().st_size
    for _ in range(5):
        index.update(tmp_path, TITLES, [])
    assert ids.stat().st_size <= before + 5, "but for the end of a line each time"
