"""What was ever sent can still be read, and reads the same."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from msgspec.structs import FieldInfo, fields

from kiosk.wire import (
    FEEDS,
    KINDS,
    AnyFact,
    Desk,
    Fact,
    Practised,
    Record,
    decode,
    encode,
    facts,
    health,
    link,
    records,
    sync,
)
from kiosk.wire.link import FromAgent, FromScreen, Message

GOLDEN = Path(__file__).parent.parent / "golden"
SAMPLES = sorted(GOLDEN.rglob("*.json"))

#: What only others are made of, and the row of a table that never travels.
NOT_SENT = {Record, Fact, Message, records.Feed}


def structs(module: ModuleType) -> list[type[msgspec.Struct]]:
    """The structs that this module makes, in its own order."""
    made = (thing for thing in vars(module).values() if isinstance(thing, type) and issubclass(thing, msgspec.Struct))
    return [thing for thing in made if thing.__module__ == module.__name__ and thing not in NOT_SENT]


SHAPES = {
    f"{module.__name__.split('.')[-1]}/{kind.__name__}": kind
    for module in (records, facts, sync, link, health)
    for kind in structs(module)
}


def shape(sample: Path) -> type[msgspec.Struct]:
    return SHAPES[f"{sample.parent.name}/{sample.stem}"]


def name(sample: Path) -> str:
    return str(sample.relative_to(GOLDEN).with_suffix(""))


def optional(kind: type[msgspec.Struct]) -> list[FieldInfo]:
    return [field for field in fields(kind) if not field.required]


def default(field: FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=name)


def test_every_shape_has_a_sample() -> None:
    assert SHAPES.keys() - {f"{sample.parent.name}/{sample.stem}" for sample in SAMPLES} == set()


def test_every_sample_is_of_a_shape_that_is_still_read() -> None:
    assert {f"{sample.parent.name}/{sample.stem}" for sample in SAMPLES} - SHAPES.keys() == set()


def test_every_feed_and_every_kind_of_fact_has_a_sample() -> None:
    feeds = {feed.record.__name__ for feed in FEEDS.values()}
    kinds = {kind.__name__ for kind in (*KINDS.values(), Practised)}
    assert feeds <= {sample.stem for sample in SAMPLES if sample.parent.name == "records"}
    assert kinds == {sample.stem for sample in SAMPLES if sample.parent.name == "facts"}


@pytest.mark.parametrize("path", SHAPES)
def test_some_sample_shows_every_field(path: str) -> None:
    shown = {key for sample in SAMPLES if f"{sample.parent.name}/{sample.stem}" == path for key in _fields_of(sample)}
    assert {field.encode_name for field in fields(SHAPES[path])} - shown == set()


def _fields_of(sample: Path) -> set[str]:
    return json.loads(sample.read_bytes()).keys()


@each_sample
def test_a_sample_reads_and_writes_the_same(sample: Path) -> None:
    thing = decode(sample.read_bytes(), shape(sample))
    assert json.loads(encode(thing)) == json.loads(sample.read_bytes())


@each_sample
def test_a_field_from_a_newer_version_is_left_alone(sample: Path) -> None:
    known = json.loads(sample.read_bytes())
    newer = {**known, "of_a_later_year": {"anything": [1, None]}}
    assert json.loads(encode(decode(encode(newer), shape(sample)))) == known


@each_sample
def test_a_field_that_an_older_version_did_not_send_reads_as_its_default(sample: Path) -> None:
    body, kind = json.loads(sample.read_bytes()), shape(sample)
    later = {field.encode_name for field in optional(kind)}
    older = decode(encode({key: value for key, value in body.items() if key not in later}), kind)
    assert {field.name: getattr(older, field.name) for field in optional(kind)} == {
        field.name: default(field) for field in optional(kind)
    }


@each_sample
def test_a_sample_without_what_it_must_have_is_refused_by_name(sample: Path) -> None:
    body = json.loads(sample.read_bytes())
    for field in fields(shape(sample)):
        if field.required:
            lacking = {key: value for key, value in body.items() if key != field.encode_name}
            with pytest.raises(msgspec.ValidationError, match=field.encode_name):
                decode(encode(lacking), shape(sample))


@each_sample
def test_what_says_its_kind_is_told_apart(sample: Path) -> None:
    union = {"facts": AnyFact | Practised, "link": FromScreen | FromAgent}.get(sample.parent.name, shape(sample))
    assert type(decode(sample.read_bytes(), union)) is shape(sample)  # type: ignore[arg-type]


def test_what_is_not_ours_is_refused_with_the_place() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"service"):
        decode(
            b'{"service": "a captive portal", "now": "2026-11-18T13:07:00Z", "heads": {}, "poll_after": 2}', sync.Heads
        )
    with pytest.raises(msgspec.ValidationError, match=r"\$\.facts\[0\]"):
        decode(b'{"facts": [{"id": 4}]}', sync.Batch)


def test_what_is_signed_for_a_token_never_changes() -> None:
    assert sync.proof("a-nonce", "oosterduin-k1", 41) == b"wegwijs token 1\na-nonce\noosterduin-k1\n41"


def test_what_is_no_utf_8_is_said_like_all_that_cannot_be_read() -> None:
    with pytest.raises(msgspec.DecodeError, match="UTF-8"):
        decode(b'{"id": "\xff"}', Desk)
