"""The SRU client against recorded answers of a real server, and against servers that lie, drip or never end.
`test_sru_server.py` meets a server that runs."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.catalogue.iso2709 import Unreadable
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue.adapters import envelope, line, sru
from kiosk.central.catalogue.adapters.sru import Broken, Diagnostic
from kiosk.errors import BadInput, KnownError, Refused, Unreachable
from tests.agent import scripted

ANSWERS = Path(__file__).parent / "data" / "sru"
HOUSE = Path(__file__).parent.parent.parent
SRW = "http://www.loc.gov/zing/srw/"


def recorded(name: str) -> bytes:
    return (ANSWERS / f"{name}.xml").read_bytes()


def record(id: str) -> str:
    return (
        f'<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>'
        f'<controlfield tag="001">{id}</controlfield></record>'
    )


def answer(total: int | str, *inside: str) -> bytes:
    records = "".join(f"<record><recordData>{each}</recordData></record>" for each in inside)
    said = f"<numberOfRecords>{total}</numberOfRecords><records>{records}</records>"
    return f'<searchRetrieveResponse xmlns="{SRW}">{said}</searchRetrieveResponse>'.encode()


class Server:
    """Holds records `1` to `total`; `inside` says how one of them comes."""

    def __init__(self, total: int, most: int = 1000, inside: Callable[[int], str] | None = None) -> None:
        self.total, self.most, self.inside = total, most, inside or (lambda n: record(str(n)))
        self.asked: list[tuple[int, int]] = []

    def __call__(self, handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        query = parse_qs(urlsplit(path).query)
        first, count = int(query["startRecord"][0]), int(query["maximumRecords"][0])
        self.asked.append((first, count))
        last = min(first + min(count, self.most) - 1, self.total)
        scripted.say(handler, 200, answer(self.total, *(self.inside(n) for n in range(first, last + 1))), "text/xml")


def numbers(found: list[MarcRecord | Broken]) -> list[str | int]:
    return [each.position if isinstance(each, Broken) else each.data("001") for each in found]


def all_of(play: scripted.Play, **how: Any) -> list[MarcRecord | Broken]:
    with scripted.listening(play) as peer:
        return list(sru.records(peer.url, "cql.allRecords=1", **how))


@pytest.mark.parametrize(
    ("name", "total", "ids"),
    [
        ("hits-1.1", 69, ["u509", "u635", "u1229"]),
        ("hits-1.2-page-2", 69, ["u1229", "u1365"]),
        ("hits-2.0", 69, ["u509", "u635"]),
        ("hits-as-text", 69, ["u509", "u635"]),
        ("no-hits", 0, []),
    ],
)
def test_an_answer_is_read_in_every_version_and_packing(name: str, total: int, ids: list[str]) -> None:
    found = envelope.read(recorded(name))
    assert (found.root, found.total, found.complaints) == ("searchRetrieveResponse", total, ())
    assert [payload.record.data("001") for payload in found.payloads if payload.record] == ids


def test_both_packings_give_the_same_record() -> None:
    as_text, as_xml = envelope.read(recorded("hits-as-text")), envelope.read(recorded("hits-2.0"))
    assert as_text.payloads == as_xml.payloads


def test_what_is_inside_counts_and_not_what_it_is_called() -> None:
    found = envelope.read(recorded("dublin-core"))
    assert [(payload.root, payload.record) for payload in found.payloads] == [("dc", None)] * 2
    mislabelled = recorded("hits-1.1").replace(b"marcxml-v1.1", b"dc-v1.1")
    assert all(payload.record for payload in envelope.read(mislabelled).payloads)


@pytest.mark.parametrize("code", [4, 5, 7, 10, 15, 16, 28])
def test_the_server_s_own_words_are_told(code: int) -> None:
    with pytest.raises(Diagnostic) as raised:
        all_of(scripted.always(200, recorded(f"diagnostic-{code}"), "text/xml"))
    assert raised.value.code == code
    assert raised.value.do


def test_a_diagnostic_of_sru_2_is_told_too() -> None:
    with pytest.raises(Diagnostic, match="Unsupported index"):
        all_of(scripted.always(200, recorded("diagnostic-16-2.0"), "text/xml"), version="2.0")


def test_a_schema_that_is_refused_inside_each_record_ends_it() -> None:
    with pytest.raises(Diagnostic) as raised:
        all_of(scripted.always(200, recorded("diagnostic-66"), "text/xml"))
    assert (raised.value.code, "MARCXML" in raised.value.do) == (66, True)


def test_dublin_core_is_no_marc() -> None:
    with pytest.raises(Refused, match="<dc>, and no MARC"):
        all_of(scripted.always(200, recorded("dublin-core"), "text/xml"))


def test_a_position_past_the_end_is_the_end() -> None:
    with scripted.listening(scripted.always(200, recorded("diagnostic-61"), "text/xml")) as peer:
        found = list(sru.pages(sru.Server(peer.url), "dc.title=van", 5000))
    assert [(page.total, page.found, page.next) for page in found] == [(69, (), 0)]


@pytest.mark.parametrize("most", [1000, 50, 7])
def test_how_many_there_are_says_when_it_is_over(most: int) -> None:
    server = Server(120, most)
    assert numbers(all_of(server)) == [str(n) for n in range(1, 121)]
    assert {count for _, count in server.asked} == {sru.PAGE}


def test_reading_goes_on_from_any_place() -> None:
    with scripted.listening(Server(120)) as peer:
        pages = list(sru.pages(sru.Server(peer.url), "x", 101))
    assert [(page.first, len(page.found), page.next) for page in pages] == [(101, 20, 0)]


def test_each_version_is_asked_in_its_own_words() -> None:
    with scripted.listening(Server(1)) as peer:
        list(sru.records(f"{peer.url}/sru?x-collection=GGC", 'dc.title="é"', version="1.1"))
        list(sru.records(peer.url, "x", version="2.0"))
    old, new = (parse_qs(urlsplit(asked[1]).query) for asked in peer.asked)
    assert old == {
        "x-collection": ["GGC"],
        "version": ["1.1"],
        "operation": ["searchRetrieve"],
        "query": ['dc.title="é"'],
        "startRecord": ["1"],
        "maximumRecords": ["50"],
        "recordSchema": ["marcxml"],
        "recordPacking": ["xml"],
    }
    assert ("operation" in new, new["recordXMLEscaping"]) == (False, ["xml"])


def test_a_record_that_spoils_its_page_is_passed_over() -> None:
    server = Server(120, inside=lambda n: "<a></b>" if n == 60 else record(str(n)))
    found = numbers(all_of(server))
    assert found == [60 if n == 60 else str(n) for n in range(1, 121)]


def test_the_first_record_may_be_the_one_that_spoils() -> None:
    server = Server(60, inside=lambda n: "&nothing;" if n == 1 else record(str(n)))
    assert numbers(all_of(server)) == [1, *(str(n) for n in range(2, 61))]


def test_a_record_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sru, "line", lambda address, **how: line.line(address, **{**how, "most": 20_000}))
    server = Server(70, inside=lambda n: "x" * 30_000 if n == 33 else record(str(n)))
    assert numbers(all_of(server)) == [33 if n == 33 else str(n) for n in range(1, 71)]


def test_a_server_of_which_nothing_can_be_read_is_given_up() -> None:
    server = Server(1000, inside=lambda n: "<a></b>")
    with pytest.raises(Unreachable, match="cannot be read"):
        all_of(server)
    assert len(server.asked) < 40


def test_single_faults_are_told_by_their_place() -> None:
    inside = {1: record("1"), 2: "<diagnostic><uri>info:srw/diagnostic/1/64</uri><message>No</message></diagnostic>"}
    inside |= {3: "<mods/>", 4: "", 5: "plain words", 6: record("6")}
    found = all_of(Server(6, inside=inside.__getitem__))
    assert [each.reason if isinstance(each, Broken) else each.data("001") for each in found] == [
        "1",
        "No (64)",
        "<mods> and no MARC",
        "not XML",
        "not XML",
        "6",
    ]


def test_a_server_that_gives_the_same_again_is_not_believed() -> None:
    with pytest.raises(Unreachable, match="the same as before"):
        all_of(scripted.always(200, answer(500, *(record(str(n)) for n in range(50))), "text/xml"))


def test_a_server_that_stops_early_is_not_believed() -> None:
    server = Server(60)

    def play(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        server(handler, path, sent)
        server.most = 0

    with pytest.raises(Unreachable, match="gives none from 51 on"):
        all_of(play)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"<html><body>Log in</body></html>"),
        (200, b"{}"),
        (200, recorded("explain")),
        (200, recorded("scan")),
        (200, answer("many")),
        (200, answer(10**11)),
        (200, answer(10**40)),
        (200, b"<searchRetrieveResponse/>"),
        (404, b"<html/>"),
        (500, recorded("hits-1.1")),
        (302, b""),
        (200, recorded("hits-1.1")[:-40]),
        (200, b"<!DOCTYPE a [<!ENTITY b 'x'>]>" + answer(1, record("&b;"))),
        (200, b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&b;</a>"),
        (200, b"<a>" * 100_000),
        (200, answer(1, *["<a/>"] * 6000)),
        (200, answer(1, "<a>" * 100 + "</a>" * 100)),
        (200, "\ufeff".encode() + b"\x00\xff\xfe" * 100),
        (200, b'<?xml version="1.0" encoding="utf-7"?>' + answer(1, record("1"))),
    ],
    ids=range(20),
)
def test_what_is_no_answer_is_refused_in_time(status: int, body: bytes) -> None:
    begin = time.monotonic()
    with pytest.raises(Unreachable):
        all_of(scripted.always(status, body, "text/xml"))
    assert time.monotonic() - begin < 10


def test_an_answer_that_is_cut_off_is_not_taken_for_the_end() -> None:
    def cut(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        body = answer(3, record("1"), record("2"), record("3"))
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.close_connection = True

    with pytest.raises(Unreachable):
        all_of(cut)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip bomb"])
def test_a_gigabyte_costs_little(packed: bool) -> None:
    """In a process of its own, so that its memory can be measured."""
    begin = b"<searchRetrieveResponse><numberOfRecords>9</numberOfRecords><records><record><recordData><a>"

    def endless(handler: BaseHTTPRequestHandler, path: str, sent: bytes) -> None:
        handler.send_response(200)
        if packed:
            handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.close_connection = True
        piece = b"<b c='d'>e</b>" * 70_000
        packer = gzip.GzipFile(fileobj=handler.wfile, mode="wb", compresslevel=1) if packed else handler.wfile
        packer.write(begin)
        for _ in range((1 << 30) // len(piece)):
            packer.write(piece)

    program = (
        "import sys; from tests import peak; from kiosk.central.catalogue.adapters import sru\n"
        "try: list(sru.records(sys.argv[1], 'x'))\n"
        "except sru.Unreachable as error: print(error.what)\n"
        "print(peak.megabytes())"
    )
    with scripted.listening(endless) as peer:
        command = [sys.executable, "-c", program, peer.url]
        ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=100)
    said, _, memory = ran.stdout.strip().rpartition("\n")
    assert "longer than" in said, ran.stderr
    assert int(memory) < 200


def test_eight_megabytes_of_elements_cost_little() -> None:
    """The most that is read at all, and the worst that can be in it."""
    program = (
        "from tests import peak; from kiosk.central.catalogue.adapters import envelope\n"
        "from kiosk.catalogue.iso2709 import Unreadable\n"
        "body = b'<a><records><record><recordData><record>' + b\"<datafield tag='245'/>\" * 360_000\n"
        "try: envelope.read(body + b'</record></recordData></record></records></a>')\n"
        "except Unreadable: pass\n"
        "print(peak.megabytes())"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, timeout=60)
    assert int(ran.stdout) < 500, ran.stderr


_TAGS = ["searchRetrieveResponse", "numberOfRecords", "records", "record", "recordData", "diagnostics", "diagnostic"]
_TAGS += ["uri", "message", "leader", "controlfield", "datafield", "subfield"]
_TEXTS = some.sampled_from(["", "1", "3", "-1", "info:srw/diagnostic/1/66", "<record/>", "\x1f", "&#31;", "é"])
_NODES = some.recursive(
    _TEXTS,
    lambda inner: some.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", some.sampled_from(_TAGS), some.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(inside=some.lists(_NODES, max_size=5), cut=some.integers(0, 60) | some.none())
def test_any_xml_is_read_or_refused(inside: list[str], cut: int | None) -> None:
    body = f"<searchRetrieveResponse>{''.join(inside)}</searchRetrieveResponse>".encode()
    try:
        found = envelope.read(body[: len(body) - cut] if cut else body)
    except Unreadable:
        return
    assert all(isinstance(payload.record, MarcRecord | None) for payload in found.payloads)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(body=some.binary(max_size=400))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        envelope.read(body)
    except Unreadable:
        return


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(inside=some.lists(_NODES, max_size=4), total=some.integers(0, 60))
def test_any_server_is_done_with_in_time(inside: list[str], total: int) -> None:
    said = f"<numberOfRecords>{total}</numberOfRecords>{''.join(inside)}"
    body = f"<searchRetrieveResponse>{said}</searchRetrieveResponse>".encode()
    with scripted.listening(scripted.always(200, body, "text/xml")) as peer:
        try:
            found = list(sru.records(peer.url, "x"))
        except KnownError:
            found = []
        assert len(peer.asked) < 130
    assert len(found) <= max(total, 60)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("max havelaar", 'dc.title = "max havelaar"'),
        ('a "b" c', r'dc.title = "a \"b\" c"'),
        ("back\\slash", r'dc.title = "back\\slash"'),
        ("a/b (c) and or", 'dc.title = "a/b (c) and or"'),
        ("ell?ngton * ^x", 'dc.title = "ell ngton x"'),
        ("  a\n b ", 'dc.title = "a b"'),
    ],
)
def test_words_are_quoted_and_never_masked(words: str, made: str) -> None:
    assert sru.clause("dc.title", words) == made


@pytest.mark.parametrize("words", ["", " ", "?*^"])
def test_no_words_are_no_question(words: str) -> None:
    with pytest.raises(BadInput):
        sru.clause("dc.title", words)


def test_the_record_with_exactly_that_number_is_found() -> None:
    with scripted.listening(scripted.always(200, answer(2, record("hold-12"), record(" hold-1 ")), "text/xml")) as peer:
        server = sru.Server(peer.url, index="alma.mms_id")
        found = sru.record(server, "hold-1", 2)
        assert found is not None
        assert found.data("001").strip() == "hold-1"
        assert sru.record(server, "hold", 2) is None
    assert parse_qs(urlsplit(peer.asked[0][1]).query)["query"] == ['alma.mms_id = "hold-1"']
