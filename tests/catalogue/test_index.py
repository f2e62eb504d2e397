"""The index: every key has an answer, errors are forgiven, and broken files are said to be broken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue import index
from kiosk.catalogue.index import Answer, Index, Query
from kiosk.catalogue.marc import read
from kiosk.errors import StoreDamaged
from kiosk.paths import RESOURCES
from kiosk.wire import Title


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("index")
    source = RESOURCES / "demo" / "catalogue" / "titles.xml"
    index.build(folder, (title for title in read(source) if isinstance(title, Title)))
    return index.open(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index.build(tmp_path / "index", SMALL)
    return tmp_path / "index"


SMALL = [
    Title(id="1", title="De kat", authors=["Ada Voorbeeld"], languages=["dut"]),
    Title(id="2", title="Katten en honden", authors=["Bo Voorbeeld"], subjects=["Huisdieren"], languages=["dut"]),
    Title(id="3", title="Honden", subtitle="een boek zonder kat", isbns=["9780306406157"], languages=["dut"]),
    Title(id="4", title="Thuis", authors=["Kat Voorbeeld"], languages=["dut"]),
    Title(id="5", title="Dieren", subjects=["Kat"], languages=["dut"]),
]


def ids(folder: Path, text: str) -> list[str]:
    return list(index.open(folder).ask(Query(text)).ids)


def test_havelar_finds_max_havelaar_the_book_first(demo: Index) -> None:
    answer = demo.ask(Query("havelar"))
    assert answer.corrected == "havelaar"
    assert answer.total == 7
    assert answer.ids[0] == "max-havelaar-dut"
    assert "film-max-havelaar" in answer.ids


@pytest.mark.parametrize(
    ("typed", "first", "corrected"),
    [
        ("max hav", "max-havelaar-dut", ""),
        ("de avonden", "de-avonden", ""),
        ("avonden", "de-avonden", ""),
        ("AVONDEN reve", "de-avonden", ""),
        ("multatuly", "max-havelaar-dut", "multatuli"),
        ("mulattuli", "max-havelaar-dut", "multatuli"),
        ("aharry poter", "hp1", "harry potter"),
        ("kruistogt", "kruistocht", "kruistocht"),
        ("calikusu", "calikusu", ""),
        ("ince memed", "ince-memed", ""),
        ("l'etranger", "etranger", ""),
        ("letranger", "etranger", ""),
        ("jip & janneke", "jip-en-janneke", ""),
        ("jip en janneke", "jip-en-janneke", ""),
        ("oeroeg dvd", "film-oeroeg", ""),
        ("موسم الهجره", "mawsim", ""),
        ("هجرة", "mawsim", ""),
        ("нестайко", "toreadory", ""),
        ("活着", "huo-zhe", ""),
        ("1984", "1984-dut", ""),
    ],
)
def test_what_people_type_brings_what_they_mean(demo: Index, typed: str, first: str, corrected: str) -> None:
    answer = demo.ask(Query(typed))
    assert answer.ids[:1] == (first,)
    assert answer.corrected == corrected


def test_every_key_on_the_way_to_a_title_has_an_answer(demo: Index) -> None:
    for text in ("Max Havelaar", "Kruistocht in spijkerbroek", "Bayna al-qaṣrayn", "Лісова пісня"):
        for length in range(1, len(text) + 1):
            assert demo.ask(Query(text[:length])).total, text[:length]


def test_nothing_is_found_without_reason(demo: Index) -> None:
    assert demo.ask(Query("qqqqqqqqq")) == Answer(words=("qqqqqqqqq",), known=demo.size)
    assert demo.ask(Query("  ...  ")) == Answer(known=demo.size)


def test_pages_follow_on_each_other(demo: Index) -> None:
    whole = demo.ask(Query("de", count=200))
    pages = [demo.ask(Query("de", first)).ids for first in range(0, whole.total, index.PAGE)]
    assert [id for page in pages for id in page] == list(whole.ids)
    assert sum(1 + len(hit.others) for hit in whole.hits) == whole.total


def test_title_goes_before_author_before_subject(folder: Path) -> None:
    assert ids(folder, "kat") == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("number", ["9780306406157", "978-0-306-40615-7", "0-306-40615-2", "0306406152", "978 0 306"])
def test_an_isbn_is_found_however_it_is_written(folder: Path, number: str) -> None:
    assert ids(folder, number) == ["3"]


def test_an_update_changes_adds_and_removes(folder: Path) -> None:
    reader = index.open(folder)
    index.update(folder, [Title(id="1", title="De poes"), Title(id="6", title="De kater")], ["5"])
    assert reader.ask(Query("kat")).total == 5  # it goes on reading what it opened
    assert ids(folder, "kater") == ["6"]
    assert ids(folder, "poes") == ["1"]
    assert index.open(folder).size == 5
    assert "5" not in ids(folder, "dieren")


def test_a_build_replaces_the_one_before_and_leaves_one_folder(folder: Path) -> None:
    index.build(folder, SMALL[:1])
    assert index.open(folder).size == 1
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


def test_an_index_of_another_version_is_missing(folder: Path, tmp_path: Path) -> None:
    assert not index.missing(folder)
    (folder / "CURRENT").write_text("0-old\n")
    assert index.missing(folder)
    assert index.missing(tmp_path / "nowhere")


def test_an_empty_library_has_an_index_too(tmp_path: Path) -> None:
    index.build(tmp_path, [])
    assert index.open(tmp_path).ask(Query("kat")) == Answer(words=("kat",))


def files(folder: Path) -> Iterator[Path]:
    current = folder / (folder / "CURRENT").read_text().strip()
    yield from (path for path in sorted(current.iterdir()) if path.suffix in (".term", ".idx", ".store", ".json"))


def answers(folder: Path) -> bool:
    try:
        return bool(ids(folder, "kat"))
    except StoreDamaged:
        return False


def test_broken_files_are_damage_or_still_answer(folder: Path) -> None:
    refused = 0
    for path in files(folder):
        whole = path.read_bytes()
        for ruin in (b"", whole[: len(whole) // 2], os.urandom(len(whole))):
            path.write_bytes(ruin)
            refused += not answers(folder)
        path.write_bytes(whole)
    assert refused > 5
    assert answers(folder)


def test_no_index_is_damage_too(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged):
        index.open(tmp_path)
    with pytest.raises(StoreDamaged):
        index.update(tmp_path, SMALL, [])
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_breaks_a_search(demo: Index, text: str) -> None:
    answer = demo.ask(Query(text))
    assert len(answer.ids) <= index.PAGE
    assert answer.total >= len(answer.ids)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_title_survives_one_typing_error_in_a_long_word(demo: Index, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(["havelaar", "kruistocht", "spijkerbroek", "multatuli", "koffieveilingen"]))
    place = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    missing = word[:place] + word[place + 1 :]
    for typed in (swapped, missing):
        answer = demo.ask(Query(typed))
        assert set(demo.ask(Query(word)).ids) & set(answer.ids), typed


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of this kind")
def test_another_user_of_the_group_can_read_it(folder: Path) -> None:
    index.update(folder, SMALL[:1], [])
    for path in (folder / (folder / "CURRENT").read_text().strip()).iterdir():
        if path.name != ".tantivy-writer.lock":
            assert path.stat().st_mode & 0o040, path.name
    lock = next(folder.glob("*/.tantivy-meta.lock"))
    assert lock.stat().st_mode & 0o060 == 0o060
