"""Reading exports: real sets with their real faults, and whatever bytes there are."""

from __future__ import annotations

import contextlib
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue import iso2709, marcxml
from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.marc import Refusal, read
from kiosk.errors import BadInput
from kiosk.paths import RESOURCES
from kiosk.wire import Title, decode, encode

DATA = Path(__file__).parent / "data"
DEMO = RESOURCES / "demo" / "catalogue"


def titles(path: Path) -> list[Title]:
    return [found for found in read(path) if isinstance(found, Title)]


def only(name: str) -> Title:
    (found,) = read(DATA / name)
    assert isinstance(found, Title), found
    return found


@pytest.mark.parametrize(
    ("name", "read_well", "damaged", "refused"),
    [
        ("titles.xml", 455, 0, 0),
        ("uva_001_2000.mrc", 2000, 0, 0),
        ("bu_bibs.mrc", 92, 8, 0),
        ("eleven_scripts.mrc", 30, 0, 0),
    ],
)
def test_every_record_of_a_real_set_is_accounted_for(name: str, read_well: int, damaged: int, refused: int) -> None:
    found = list(read(DEMO / name))
    whole = [each for each in found if isinstance(each, Title)]
    assert sum(not title.damaged for title in whole) == read_well
    assert sum(title.damaged for title in whole) == damaged
    assert sum(isinstance(each, Refusal) for each in found) == refused
    assert len({title.id for title in whole}) == len(whole)


@pytest.mark.parametrize("path", sorted([*DATA.rglob("*.dat"), *DATA.rglob("*.mrc"), *DATA.rglob("*.marc")]), ids=str)
def test_a_hard_case_is_read_or_refused_and_travels(path: Path) -> None:
    found = list(read(path))
    assert found
    for each in found:
        if isinstance(each, Title):
            assert each.title
            assert decode(encode(each), Title) == each
        else:
            assert each.reason


def test_text_that_was_encoded_twice_is_restored() -> None:
    found = titles(DEMO / "bu_bibs.mrc")
    assert any("Théâtre, littérature et société au Moyen Âge" in title.title for title in found)
    assert not [title for title in found if "Ã" in title.title or "Ì" in title.title]


def test_a_broken_directory_keeps_its_head_and_makes_nothing_up() -> None:
    (broken,) = [title for title in titles(DEMO / "bu_bibs.mrc") if title.title.startswith("La bellesa")]
    assert broken.damaged
    assert broken.languages == ["cat", "spa", "eng"]
    assert broken.authors == []  # the fields after the break stand under wrong tags


@pytest.mark.parametrize("name", ["utf8_with_leader_flag.dat", "utf8_without_leader_flag.dat", "marc8.dat"])
def test_the_real_encoding_wins_over_what_the_leader_says(name: str) -> None:
    (record,) = map(iso2709.parse, iso2709.split(io.BytesIO((DATA / "pymarc" / name).read_bytes())))
    assert record.texts("a", "240") == ["De la solitude à la communauté."]


def test_marc8_in_other_scripts_is_read() -> None:
    found = titles(DEMO / "eleven_scripts.mrc")
    assert "久保栄「火山灰地」を読む" in [title.original for title in found]


def test_original_script_and_its_author_come_along_without_marks_of_direction() -> None:
    (season,) = [title for title in titles(DEMO / "titles.xml") if title.id == "mawsim"]
    assert season.original == "موسم الهجرة إلى الشمال"
    assert season.original_authors == ["الطيب صالح"]
    everything = encode(titles(DEMO / "eleven_scripts.mrc")).decode()
    assert "\u200f" not in everything
    assert "\u202b" not in everything


def test_kinds_follow_carrier_then_form() -> None:
    kinds = Counter(title.kind for title in titles(DEMO / "titles.xml"))
    assert kinds == {
        "book": 389, "film": 47, "audiobook": 7, "periodical": 4, "music": 3, "ebook": 2, "game": 2, "eaudiobook": 1
    }  # fmt: skip
    assert only("traject/musical_cage.marc").kind == "music"
    assert only("traject/the_business_ren.marc").kind == "periodical"
    assert only("traject/online_only.marc").kind == "ebook"
    assert only("traject/missing-second-date.marc").kind == "map"


def test_who_it_is_for_comes_from_008_or_from_the_subjects() -> None:
    by_id = {title.id: title for title in titles(DEMO / "titles.xml")}
    assert [by_id[id].audience for id in ("pluk", "spijt", "kaas", "kleine-prins")] == [
        "children", "teen", "adult", "general"
    ]  # fmt: skip
    assert by_id["bijbel-gewone-taal"].easy
    assert not by_id["max-havelaar-dut"].easy


def test_punctuation_of_the_cataloguer_is_not_shown() -> None:
    for title in titles(DEMO / "uva_001_2000.mrc"):
        assert not title.title.endswith((" /", " :", " ;", ",")), title.title
        assert "  " not in title.title


def test_isbns_are_checked_and_have_thirteen_digits() -> None:
    assert only("pymarc/multi_isbn.dat").isbns == ["9780914378280", "9780914378297", "9780914378266"]


def test_editions_of_one_work_share_a_key() -> None:
    by_id = {title.id: title for title in titles(DEMO / "titles.xml")}
    assert by_id["max-havelaar-dut"].work == by_id["max-havelaar-luister"].work
    assert by_id["max-havelaar-dut"].work != by_id["film-max-havelaar"].work


def test_a_year_comes_from_008_or_else_from_the_imprint() -> None:
    assert only("traject/date_resort_to_260.marc").year == 1980
    assert only("traject/date_resort_to_264.marc").year == 2015
    assert only("traject/date_with_u.marc").year == 0


def test_unimarc_is_told_apart_by_its_title_field() -> None:
    title = only("pymarc/testunimarc.dat")
    assert title.title
    assert title.languages
    assert title.authors


def test_what_is_no_marc_is_refused_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    with pytest.raises(BadInput):
        list(read(tmp_path / "picture.jpg"))
    with pytest.raises(BadInput):
        list(read(tmp_path / "absent.mrc"))


def marcxml_of(inner: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<collection xmlns="http://www.loc.gov/MARC21/slim">{inner}</collection>'.encode()
    )


RECORD = """<record><leader>00000nam a2200000 i 4500</leader><controlfield tag="001">{id}</controlfield>
<datafield tag="245" ind1="0" ind2="0"><subfield code="a">{title}</subfield></datafield></record>"""


def test_marcxml_survives_characters_that_xml_forbids(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(marcxml_of(RECORD.format(id="1", title="Voor\x1f en&#x1f; daarna&#31;.")))
    (title,) = titles(tmp_path / "a.xml")
    assert title.title == "Voor en daarna"


def test_marcxml_is_read_up_to_where_it_breaks(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(marcxml_of(RECORD.format(id="1", title="Heel") + "<record><leader>"))
    whole, refused = read(tmp_path / "a.xml")
    assert isinstance(whole, Title)
    assert isinstance(refused, Refusal)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    (tmp_path / "a.xml").write_bytes(marcxml_of(RECORD.format(id="1", title="&b;"), bomb))
    (refused,) = read(tmp_path / "a.xml")
    assert isinstance(refused, Refusal)
    assert "entities" in refused.reason


def test_authorities_are_passed_over_and_a_repeated_number_gets_another(tmp_path: Path) -> None:
    authority = RECORD.format(id="9", title="Multatuli").replace("nam a", "nz  a")
    twice = RECORD.format(id="1", title="Een") + RECORD.format(id="1", title="Twee")
    (tmp_path / "a.xml").write_bytes(marcxml_of(authority + twice))
    first, second = titles(tmp_path / "a.xml")
    assert first.id == "1"
    assert second.id != "1"
    assert [title.id for title in titles(tmp_path / "a.xml")] == [first.id, second.id]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=600))
def test_no_bytes_break_the_splitter(data: bytes) -> None:
    for piece in iso2709.split(io.BytesIO(data)):
        with contextlib.suppress(Unreadable):
            iso2709.parse(piece)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 1338), st.binary(max_size=12), st.sampled_from(["alphatag.dat", "diacritic.dat", "marc8.dat"]))
def test_a_record_with_changed_bytes_is_read_or_refused(place: int, other: bytes, name: str) -> None:
    data = (DATA / "pymarc" / name).read_bytes()
    broken = data[:place] + other + data[place + len(other) :]
    with_file = io.BytesIO(broken)
    for piece in iso2709.split(with_file):
        with contextlib.suppress(Unreadable):
            assert iso2709.parse(piece).leader


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 200))
def test_no_bytes_break_the_xml_reader(data: bytes, place: int) -> None:
    whole = marcxml_of(RECORD.format(id="1", title="Een titel"))
    for text in (data, whole[:place] + data + whole[place:]):
        with contextlib.suppress(Unreadable):
            list(marcxml.parse(io.BytesIO(text)))


def test_a_file_without_record_ends_does_not_fill_the_memory() -> None:
    sizes = [len(piece) for piece in iso2709.split(io.BytesIO(b"00001" * 900_000))]
    assert max(sizes) < iso2709.LONGEST + (1 << 17)
