"""Whatever bytes there are: only our errors, in bounded time and memory."""

from __future__ import annotations

import contextlib
import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue import holdings, iso2709, marc, marcxml, xmltree
from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.mapping import Untitled
from kiosk.catalogue.presets import PRESETS
from kiosk.catalogue.record import Field, MarcRecord
from kiosk.errors import BadInput
from kiosk.paths import RESOURCES
from kiosk.wire import Title, decode, encode
from tests.catalogue.test_marc import DATA

UVA = (RESOURCES / "demo" / "catalogue" / "uva_001_2000.mrc").read_bytes()[:40_000]
XML = (RESOURCES / "demo" / "catalogue" / "titles.xml").read_bytes()[:12_000]

#: Bytes that mean something in these formats, and any others.
MARKS = st.sampled_from(
    [b"\x1d", b"\x1e", b"\x1f", b"\x1b", b"<", b">", b"&", b"</record>", b"<record>", b"\xff", b"\0"]
)
NOISE = st.one_of(MARKS, st.binary(max_size=6))

patient = settings(max_examples=200, deadline=None)


def spoiled(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """The same with some pieces cut out and others put in."""
    for place, length, other in changes:
        at = place % (len(data) + 1)
        data = data[:at] + other + data[at + length :]
    return data


CHANGES = st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 30), NOISE), max_size=8)


def taken(found: MarcRecord | str) -> None:
    """What is read can be a title and travel, or not; nothing else happens."""
    if isinstance(found, str):
        assert found
        return
    for layout in PRESETS.values():
        assert len(holdings.items(found, layout)) <= holdings.MOST
    with contextlib.suppress(Untitled):
        title = marc.title(found)
        assert decode(encode(title), Title) == title


@patient
@given(CHANGES)
def test_a_spoiled_export_is_read_as_far_as_it_goes(changes: list[tuple[int, int, bytes]]) -> None:
    count = 0
    for piece in iso2709.split(io.BytesIO(spoiled(UVA, changes))):
        with contextlib.suppress(Unreadable):
            taken(iso2709.parse(piece))
            count += 1
    # Each change spoils two records at most
    assert count >= 35 - 2 * len(changes) - 1


@patient
@given(CHANGES)
def test_spoiled_xml_is_read_as_far_as_it_goes(changes: list[tuple[int, int, bytes]]) -> None:
    whole = [each for each in marcxml.salvage(io.BytesIO(XML)) if isinstance(each, MarcRecord)]
    # What stands before the first record (the encoding, a comment) stays
    start = XML.index(b"<record>")
    found = list(marcxml.salvage(io.BytesIO(XML[:start] + spoiled(XML[start:], changes))))
    for each in found:
        taken(each)
    assert sum(isinstance(each, MarcRecord) for each in found) >= len(whole) - 2 * len(changes) - 1


@patient
@given(st.binary(max_size=400), CHANGES)
def test_no_compressed_bytes_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, changes: list[tuple[int, int, bytes]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "spoiled.mrc.gz"
    for content in (b"\x1f\x8b" + data, spoiled(gzip.compress(UVA[:3000]), changes)):
        path.write_bytes(content)
        with contextlib.suppress(BadInput):
            for found in marc.records(path):
                taken(found)


@patient
@given(st.binary(max_size=400), CHANGES)
def test_no_bytes_break_the_tree(data: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    for content in (data, spoiled(XML, changes)):
        with contextlib.suppress(Unreadable):
            xmltree.tree([content])


SUBFIELDS = st.lists(st.tuples(st.text(max_size=2), st.text(max_size=20)), max_size=6).map(tuple)
FIELDS = st.builds(
    Field,
    st.sampled_from(["001", "005", "008", "020", "041", "100", "200", "210", "245", "260", "264", "650", "700", "856",
                     "880", "852", "930", "949", "952", "995", "999"]),
    st.text(max_size=45),
    st.text(min_size=2, max_size=2),
    SUBFIELDS,
)  # fmt: skip


@patient
@given(st.builds(MarcRecord, st.text(max_size=24), st.lists(FIELDS, max_size=12)))
def test_no_record_breaks_what_is_made_of_it(record: MarcRecord) -> None:
    taken(record)


@patient
@given(st.text(max_size=60), st.sampled_from([["%Y-%m-%d"], ["%d/%m/%Y", "%Y%m%d"], ["%"], ["%Q"], [""], ["%Y" * 20]]))
def test_no_text_breaks_a_day(text: str, forms: list[str]) -> None:
    holdings.day(text, tuple(forms))


@patient
@given(st.sampled_from(["windows-1251", "latin-1", "cp037", "koi8-r"]), st.binary(max_size=200))
def test_no_bytes_break_an_encoding_of_ones_own(encoding: str, data: bytes) -> None:
    record = b"00000nam  2200000   4500" + b"245000000000" + b"\x1e" + data
    with contextlib.suppress(Unreadable):
        taken(iso2709.parse(record, encoding))


ENDLESS = """
import io, sys
from kiosk.catalogue import iso2709, marc, marcxml, xmltree
from kiosk.catalogue.iso2709 import Unreadable
from tests import peak

class Endless(io.RawIOBase):
    def __init__(self, head, piece):
        self.head, self.piece, self.left = head, piece * (65536 // len(piece) + 1), 1 << 30
    def read(self, size=-1):
        if self.head:
            head, self.head = self.head, b""
            return head
        size = min(size, 65536, self.left)
        self.left -= size
        return self.piece[:size]

head, piece, how = eval(sys.argv[1]), eval(sys.argv[2]), sys.argv[3]
file, count, refused = Endless(head, piece), 0, 0
if how == "iso2709":
    for data in iso2709.split(file):
        try:
            iso2709.parse(data)
            count += 1
        except Unreadable:
            refused += 1
elif how == "xml":
    for found in marcxml.salvage(file):
        refused += isinstance(found, str)
        count += not isinstance(found, str)
else:
    try:
        xmltree.tree(iter(lambda: file.read(65536), b""))
    except Unreadable:
        refused += 1
print(count, refused, peak.megabytes())
"""


@pytest.mark.parametrize(
    ("head", "piece", "how"),
    [
        (b"", b"00001", "iso2709"),
        (b"00100nam  2200000   4500\x1e", b"\x1e", "iso2709"),
        (b"", b"\x1d", "iso2709"),
        (b"<collection><record><leader>", b"a", "xml"),
        (b"<collection><record>", b"<a>", "xml"),
        (b"<collection><!--", b"- ", "xml"),
        (b"<collection a='", b"a ", "xml"),
        (b"<collection>", b"<record> & ", "xml"),
        (b"<OAI-PMH>", b"<a>", "tree"),
        (b"<OAI-PMH>", b"<a></a>", "tree"),
    ],
    ids=["no end", "fields", "ends", "text", "depth", "comment", "attribute", "broken", "deep tree", "wide tree"],
)
def test_a_gigabyte_of_nothing_ends_in_time_and_fills_no_memory(head: bytes, piece: bytes, how: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ENDLESS, repr(head), repr(piece), how],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    count, refused, megabytes = map(int, ran.stdout.split())
    # Some of it may look like a record without fields; none of it is kept
    assert (count + refused > 0) or head == b""
    assert megabytes < 400


def test_a_small_file_that_unpacks_to_a_gigabyte_is_refused_piece_by_piece(tmp_path: Path) -> None:
    path = tmp_path / "bomb.mrc.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b"00100nam  2200000   4500\x1e\x1f\x1d")
        for _ in range(200):
            file.write(b"0" * (1 << 20))
    assert path.stat().st_size < 2_000_000
    found = list(marc.read(path))
    assert len(found) <= 120
    assert all(isinstance(each, marc.Refusal) for each in found)


def test_real_files_are_where_these_tests_look() -> None:
    assert (DATA / "pymarc").is_dir()
    assert len(list(iso2709.split(io.BytesIO(UVA)))) >= 35
