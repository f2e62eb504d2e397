"""Servers of OAI-PMH on this computer: one that others wrote (pyoai), and one that says whatever a test wants."""

from __future__ import annotations

import datetime
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests import peers

PREFIX = "oai:test.local:"

#: Status, headers, and the body or its pieces.
Reply = tuple[int, Mapping[str, str], bytes | Iterator[bytes]]


@contextmanager
def serving(answer: Callable[[dict[str, str]], Reply]) -> Iterator[str]:
    """The address of a server that answers like this."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
            status, headers, body = answer({**query, "": urlsplit(self.path).path})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in [body] if isinstance(body, bytes) else body:
                    self.wfile.write(piece)
            except OSError:
                pass  # whoever asked had enough

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/oai"
    finally:
        server.shutdown()
        server.server_close()


class Repository:
    """What pyoai serves: records with their moments; `gone`: the numbers of those that were deleted."""

    def __init__(self, records: list[tuple[str, datetime.datetime, Any]], page: int = 100) -> None:
        self.records, self.page = records, page
        self.gone: set[str] = set()

    def touch(self, number: str, moment: datetime.datetime, element: Any = None) -> None:
        """Change a record at that moment."""
        self.records = [
            (one, moment, each if element is None else element) if one == number else (one, at, each)
            for one, at, each in self.records
        ]


@contextmanager
def pyoai(repository: Repository) -> Iterator[str]:
    """The address of a pyoai that serves it."""
    server = _pyoai(repository)

    def answer(query: dict[str, str]) -> Reply:
        query.pop("")
        body = server.handleRequest(query)
        return 200, {"Content-Type": "text/xml"}, body if isinstance(body, bytes) else body.encode()

    with serving(answer) as address:
        yield address


def _pyoai(repository: Repository) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import cgi

            # pyoai 2.5.0 calls what Python 3.8 removed, and without it fails at its first token
            cgi.parse_qs = parse_qs  # type: ignore[attr-defined]
            from oaipmh import metadata, server
    except ImportError as error:
        peers.lack(f"pyoai is not installed: {error}")
    registry = metadata.MetadataRegistry()
    registry.registerWriter("marc21", lambda element, made: element.append(made.getMap()["record"].__copy__()))
    return server.BatchingServer(
        _Answers(repository), metadata_registry=registry, resumption_batch_size=repository.page
    )


class _Answers:
    """What pyoai asks of who uses it; the names are its own."""

    def __init__(self, repository: Repository) -> None:
        self.of = repository

    def identify(self) -> Any:
        from oaipmh import common

        return common.Identify(
            repositoryName="Test",
            baseURL="http://127.0.0.1/oai",
            protocolVersion="2.0",
            adminEmails=["a@example.org"],
            earliestDatestamp=datetime.datetime(2026, 1, 1),
            deletedRecord="persistent",
            granularity="YYYY-MM-DDThh:mm:ssZ",
            compression=["identity"],
            toolkit_description=False,
        )

    def listMetadataFormats(self, identifier: str | None = None) -> Any:
        dublin = ("oai_dc", "http://example.org/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/")
        return [dublin, ("marc21", "http://example.org/MARC21slim.xsd", "http://www.loc.gov/MARC21/slim")]

    def listSets(self, cursor: int = 0, batch_size: int = 10) -> Any:
        return [("odd", "Odd", ""), ("even", "Even", "")][cursor : cursor + batch_size]

    def listIdentifiers(self, cursor: int = 0, batch_size: int = 10, **how: Any) -> Any:
        return [self._header(one) for one in self._chosen(**how)[cursor : cursor + batch_size]]

    def listRecords(self, cursor: int = 0, batch_size: int = 10, **how: Any) -> Any:
        from oaipmh import error

        if how["metadataPrefix"] != "marc21":
            raise error.CannotDisseminateFormatError(how["metadataPrefix"])
        return [self._record(one) for one in self._chosen(**how)[cursor : cursor + batch_size]]

    def _chosen(self, set: str | None = None, from_: Any = None, until: Any = None, **_: Any) -> list[Any]:
        return [
            one
            for place, one in enumerate(self.of.records)
            if (not set or set == ("odd" if place % 2 else "even"))
            and (not from_ or one[1] >= from_)
            and (not until or one[1] <= until)
        ]

    def _header(self, one: Any) -> Any:
        from oaipmh import common

        return common.Header(None, PREFIX + one[0], one[1], [], one[0] in self.of.gone)

    def _record(self, one: Any) -> Any:
        from oaipmh import common

        gone = one[0] in self.of.gone
        return self._header(one), None if gone else common.Metadata(one[2], {"record": one[2]}), None
