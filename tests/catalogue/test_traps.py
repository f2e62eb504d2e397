"""What real exports do, one by one: each of these was met in a library's own file."""

from __future__ import annotations

import gzip
import io
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue import iso2709, marc, marcxml
from kiosk.catalogue.form import deleted
from kiosk.catalogue.holdings import Item, Layout, Rule, day, items
from kiosk.catalogue.presets import PRESETS
from kiosk.catalogue.record import Field, MarcRecord
from kiosk.paths import RESOURCES
from kiosk.wire import Title, encode

DATA = Path(__file__).parent / "data"
DEMO = RESOURCES / "demo" / "catalogue"


def record(*fields: tuple[str, str] | Field, leader: str = "00000nam a2200000 a 4500") -> MarcRecord:
    """A record: control fields as texts, others as "a=text|b=text" behind their tag, or whole."""
    made = MarcRecord(leader)
    for field in fields:
        if isinstance(field, Field):
            made.fields.append(field)
        elif field[0] < "010":
            made.fields.append(Field(field[0], data=field[1]))
        else:
            made.fields.append(Field(field[0], subfields=parts(field[1])))
    return made


def parts(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one[0], one[2:]) for one in text.split("|"))


def title(*fields: tuple[str, str] | Field, leader: str = "00000nam a2200000 a 4500") -> Title:
    return marc.title(record(("245", "a=Een titel"), *fields, leader=leader))


def packed(*fields: tuple[str, bytes], leader: bytes = b"     nam a22     7a 4500") -> bytes:
    """A record in ISO 2709, with every length right."""
    body, directory = b"", b""
    for tag, data in fields:
        directory += f"{tag}{len(data) + 1:04}{len(body):05}".encode()
        body += data + b"\x1e"
    head = leader[:12] + f"{24 + len(directory) + 1:05}".encode() + leader[17:]
    whole = head[5:] + directory + b"\x1e" + body + b"\x1d"
    return f"{len(whole) + 5:05}".encode() + whole


def test_all_text_is_in_nfc() -> None:
    for name in ("eleven_scripts.mrc", "uva_001_2000.mrc", "bu_bibs.mrc"):
        text = encode(list(marc.read(DEMO / name))).decode()
        assert unicodedata.is_normalized("NFC", text)


def test_an_880_without_a_link_or_linked_to_nothing_costs_nothing() -> None:
    own = title(("880", "a=Zonder koppeling"), ("880", "6=245-00/(2/r|a=אחר"), ("880", "6=245-01/(2/r|a=שם"))
    # What belongs to a field of ours comes before what belongs to none
    assert own.original == "שם"
    assert marc.title(record(("245", "a=Een"), ("880", "a=Zonder"))).original == ""


def test_both_scripts_in_two_plain_fields_keep_the_first() -> None:
    made = marc.title(record(("245", "a=नेपाली"), ("245", "a=Nepali")))
    assert made.title == "नेपाली"


@pytest.mark.parametrize("length", [0, 19, 38, 39, 41, 42])
def test_an_008_of_another_length_says_nothing(length: int) -> None:
    coded = "010101s2001    ne            000 1 dut d00"[:length]
    made = title(("008", coded), ("041", "a=eng"), ("264", "c=1999"))
    assert (made.year, made.languages) == (1999, ["eng"])


def test_of_two_008s_the_one_that_says_something_counts() -> None:
    made = title(("008", " " * 40), ("008", "010101s2001    ne            000 1 heb  "))
    assert (made.year, made.languages) == (2001, ["heb"])


def test_a_blank_leader_is_a_book() -> None:
    assert title(leader=" " * 24).kind == "book"
    assert title(leader="").kind == "book"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("9789044638202", ["9789044638202"]),
        ("978-90-446-3820-2", ["9789044638202"]),
        ("90-446-3820-4 (pbk.)", []),
        ("0-19-852663-6 : £12.50", ["9780198526636"]),
        ("080442957X", ["9780804429573"]),
        ("€ 12,50", []),
        ("9789044638203", []),
    ],
)
def test_an_isbn_is_only_taken_when_its_check_digit_is_right(said: str, read: list[str]) -> None:
    assert title(("020", f"a={said}")).isbns == read


def test_a_wrong_isbn_in_z_is_not_taken_and_one_number_on_two_records_makes_no_single_title(tmp_path: Path) -> None:
    assert title(("020", "z=9789044638202")).isbns == []
    two = [
        packed(("001", number), ("020", b"  \x1fa9789044638202"), ("245", b"10\x1faDeel " + number))
        for number in (b"1", b"2")
    ]
    (tmp_path / "a.mrc").write_bytes(b"".join(two))
    found = list(marc.read(tmp_path / "a.mrc"))
    assert len({each.id for each in found if isinstance(each, Title)}) == 2


@pytest.mark.parametrize(("coded", "year"), [("19uu", 0), ("9999", 0), ("2001", 2001), ("    ", 0), ("0198", 0)])
def test_a_year_is_only_taken_when_it_is_one(coded: str, year: int) -> None:
    assert title(("008", f"010101s{coded}    ne            000 1 dut  ")).year == year


def test_what_has_no_title_but_another_name_is_called_by_that() -> None:
    assert marc.title(record(("240", "a=Werken"), ("245", "c=Multatuli"))).title == "Werken"
    assert marc.title(record(("245", "a= /|b=Ondertitel"))).title == "Ondertitel"
    assert marc.title(record(("245", "á=ActivePerl /"))).title == "ActivePerl"


def test_unimarc_is_told_by_its_title_and_not_by_what_it_is_called() -> None:
    assert marc.title(record(("200", "a=Titre|e=suite"))).subtitle == "suite"
    assert marc.title(record(("200", "a=Groep"), ("245", "a=Titel"))).title == "Titel"


def test_unimarc_says_for_whom_and_leaves_out_marks_of_sorting() -> None:
    made = marc.title(record(("200", "a=<<The >>sweetest fig"), ("100", "a=20171025d1993    bcay0eng50      ba")))
    assert (made.title, made.audience, made.year) == ("The sweetest fig", "children", 1993)
    (italian,) = marc.read(DATA / "pymarc" / "testunimarc.dat")
    assert isinstance(italian, Title)
    assert italian.authors[0] == "Isaac Asimov"


def test_a_record_that_its_library_deleted_says_so() -> None:
    assert deleted(record(leader="00000dam a2200000 a 4500"))
    assert not deleted(record())


@pytest.mark.parametrize("encoding", ["windows-1251", "latin-1"])
def test_a_library_may_have_an_encoding_of_its_own(tmp_path: Path, encoding: str) -> None:
    name = {"windows-1251": "Война и мир", "latin-1": "Société générale"}[encoding]
    (tmp_path / "a.mrc").write_bytes(packed(("001", b"1"), ("245", b"10\x1fa" + name.encode(encoding))))
    (found,) = marc.records(tmp_path / "a.mrc", encoding)
    assert isinstance(found, MarcRecord)
    assert marc.title(found).title == name
    # What is UTF-8 is that all the same
    (tmp_path / "b.mrc").write_bytes(packed(("001", b"1"), ("245", b"10\x1fa" + name.encode())))
    (found,) = marc.records(tmp_path / "b.mrc", encoding)
    assert isinstance(found, MarcRecord)
    assert marc.title(found).title == name


def test_real_records_in_windows_1251_are_read_when_it_is_said() -> None:
    found = [
        each for each in marc.records(DATA / "pymarc" / "1251.dat", "windows-1251") if isinstance(each, MarcRecord)
    ]
    assert len(found) == 6
    assert all(not each.damaged for each in found)
    assert any("а" <= letter <= "я" for letter in marc.title(found[0]).title)


def test_a_compressed_file_is_read_and_one_that_is_cut_off_up_to_there(tmp_path: Path) -> None:
    whole = gzip.compress((DEMO / "uva_001_2000.mrc").read_bytes())
    (tmp_path / "a.mrc.gz").write_bytes(whole)
    assert sum(isinstance(each, Title) for each in marc.read(tmp_path / "a.mrc.gz")) == 2000
    (tmp_path / "b.mrc.gz").write_bytes(whole[: len(whole) // 2])
    *found, last = marc.read(tmp_path / "b.mrc.gz")
    assert len(found) > 500
    assert isinstance(last, marc.Refusal)
    assert "compressed file is damaged" in last.reason


XML = '<collection xmlns="http://www.loc.gov/MARC21/slim">{}</collection>'
ONE = '<record><leader>00000nam a22</leader><controlfield tag="001">{}</controlfield>{}</record>'


def salvaged(*records: str) -> list[str]:
    found = marcxml.salvage(io.BytesIO(XML.format("".join(records)).encode()))
    return [each if isinstance(each, str) else each.data("001") for each in found]


@pytest.mark.parametrize("broken", ["Jip & Janneke", "&nbsp;", "<b>", "<a><b></a>", "a < b", '<x y=">'])
def test_a_record_that_is_no_xml_costs_only_itself(broken: str) -> None:
    found = salvaged(ONE.format(1, ""), ONE.format(2, broken), ONE.format(3, ""), ONE.format(4, ""))
    assert [each for each in found if each.isdigit()] == ["1", "3", "4"]
    assert [each.startswith("not XML") for each in found] == [False, True, False, False]


def test_a_record_without_its_end_is_damaged_and_the_next_begins() -> None:
    file = XML.format(ONE.format(1, "").replace("</record>", "") + ONE.format(2, "")).encode()
    found = [each for each in marcxml.salvage(io.BytesIO(file)) if isinstance(each, MarcRecord)]
    assert [(each.data("001"), each.damaged) for each in found] == [("1", True), ("2", False)]


def test_a_file_that_breaks_at_every_record_is_given_up_in_time() -> None:
    found = salvaged("<record <" * 200_000)
    assert len(found) < 2_000


# Copies

KOHA = PRESETS["koha"]


def koha(text: str) -> Item | None:
    return next(iter(items(record(("952", text)), KOHA)), None)


def test_a_copy_of_koha_is_read_whole() -> None:
    assert koha("0=0|1=0|7=0|9=12|a=CPL|b=FFL|c=JEUGD|d=2026-11-02|l=7|o=J DAH|p=3200|y=BOEK") == Item(
        id="12", branch="FFL", shelf="JEUGD", call_number="J DAH", kind="BOEK", status="available",
        added=date(2026, 11, 2), loans=7,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("", "available"),
        ("|q=2026-12-01", "on_loan"),
        ("|7=1", "reference"),
        ("|7=-1", "on_order"),
        ("|1=2", "unavailable"),
        ("|4=1", "unavailable"),
        ("|0=1", None),
        ("|0=0|1=0|4=0|7=0", "available"),
    ],
)
def test_what_koha_says_of_a_copy(more: str, status: str | None) -> None:
    found = koha("b=CPL|o=DAH" + more)
    assert (found.status if found else None) == status


def test_a_copy_of_sirsi_and_its_american_date() -> None:
    made = record(("999", "a=GV1619 .R6 1984|i=X1|l=STACKS|m=ALDERMAN|n=26|t=BOOK|u=6/3/1996"))
    assert items(made, PRESETS["sirsi"]) == (
        Item(id="X1", branch="ALDERMAN", shelf="STACKS", call_number="GV1619 .R6 1984", kind="BOOK",
             status="available", added=date(1996, 6, 3), loans=26),
    )  # fmt: skip
    lost = record(("999", "a=GV1619|i=1-3003|l=LOST|m=ALDERMAN|t=BOOK"))
    assert items(lost, PRESETS["sirsi"]) == ()


def copies(name: str, preset: str) -> list[Item]:
    found = [each for each in marc.records(DEMO / name) if isinstance(each, MarcRecord)]
    return [item for each in found for item in items(each, PRESETS[preset])]


def test_copies_of_a_real_export_are_found() -> None:
    # 2,903 times 999 and 4 times 949, of which 123 are lost or withdrawn
    found = copies("uva_001_2000.mrc", "sirsi")
    assert len(found) == 2_784
    first = copies("bu_bibs.mrc", "marc21")[0]
    assert (first.branch, first.shelf, first.call_number) == ("MUG", "boss", "HV8699.U5 G35 2002")
    assert first.status == "unknown"


def test_a_copy_of_unimarc() -> None:
    made = record(("200", "a=Titre"), ("995", "b=PARIS|e=ADULTES|f=123|k=R DUR|n=2026-12-24|r=LIV"))
    (found,) = items(made, PRESETS["unimarc"])
    assert (found.branch, found.shelf, found.call_number, found.status) == ("PARIS", "ADULTES", "R DUR", "on_loan")


def test_the_first_subfield_that_is_named_counts_first() -> None:
    layout = Layout(fields=("900",), branch="ba", call_number="ch")
    (found,) = items(record(("900", "a=HOME|b=NOW|h=2|c=1")), layout)
    assert (found.branch, found.call_number) == ("NOW", "2 1")


def test_a_field_that_says_neither_where_nor_which_is_no_copy_and_there_is_an_end_to_them() -> None:
    layout = Layout(fields=("900",), branch="b")
    assert items(record(("900", "z=note")), layout) == ()
    assert len(items(record(*[("900", "b=X")] * 5_000), layout)) == 2_000


def test_rules_go_in_their_order() -> None:
    rules = (Rule(subfield="1", codes={"x": "gone"}), Rule(subfield="2", codes={"": "", "*": "unavailable"}))
    layout = Layout(fields=("900",), branch="b", statuses=rules, otherwise="available")
    assert items(record(("900", "b=X|1=x|2=y")), layout) == ()
    assert [item.status for item in items(record(("900", "b=X|1=z|2=y"), ("900", "b=X|1=z")), layout)] == [
        "unavailable",
        "available",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026-11-02 13:00:00", date(2026, 11, 2)),
        ("20261102", date(2026, 11, 2)),
        ("02/11/2026", None),
        ("2026-13-45", None),
        ("", None),
        ("NEVER", None),
    ],
)
def test_a_day_is_one_or_none(text: str, found: date | None) -> None:
    assert day(text, Layout().dates) == found


def test_a_directory_of_a_packed_record_is_right() -> None:
    made = iso2709.parse(packed(("001", b"1"), ("245", b"10\x1faTitel"))[:-1])
    assert not made.damaged
