"""The description of what kiosks call (OpenAPI 3.1), made from `kiosk.wire`: `make openapi` writes `openapi.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from kiosk import __version__
from kiosk.central.sync.answers import TITLES
from kiosk.wire import (
    FEEDS,
    AnyFact,
    Availability,
    Batch,
    Changes,
    Enrol,
    Enrolled,
    Heads,
    Health,
    Heard,
    Nonce,
    Practice,
    Problem,
    Proof,
    Results,
    Snapshot,
    Token,
    Waiting,
)

FILE = Path(__file__).with_name("openapi.json")

_REF = "#/components/schemas/{name}"

_CURSOR = {"type": "string", "pattern": r"^e\d{1,18}-\d{1,18}$"}
_PARAMETERS: dict[str, dict[str, Any]] = {
    "branch": {"schema": {"type": "string", "maxLength": 100}},
    "feed": {"schema": {"type": "string", "enum": sorted(FEEDS)}},
    "title": {"schema": {"type": "string", "minLength": 1, "maxLength": 100}},
    "cover": {"schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"}, "description": "as in `Title.cover`"},
    "at": {"schema": _CURSOR, "description": "the cursor of the snapshot"},
    "since": {"schema": _CURSOR, "description": "what the kiosk has"},
    "to": {"schema": _CURSOR, "description": "the head that it saw"},
    "If-None-Match": {"schema": {"type": "string"}, "description": "the ETag of the last look"},
    "Range": {"schema": {"type": "string", "pattern": r"^bytes=\d{1,18}-$"}},
    "If-Range": {"schema": {"type": "string"}, "description": "the ETag of the file that was begun"},
}


@dataclass(frozen=True)
class Call:
    """One operation. `refusals`: names of problems (`answers.TITLES`) beyond those that any call may get;
    `later`: what it gives while there is nothing to give yet; `file`: what it is that comes where no struct does."""

    method: str
    path: str
    does: str
    gives: type | None
    takes: type | None = None
    query: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    also: dict[str, str] = field(default_factory=dict)
    later: type | None = None
    open: bool = False
    file: str = "application/gzip"


#: What a call with a token, and one with a body, may be refused for.
_STRANGERS = ("unknown-token", "revoked", "clone-detected")
_BODIES = ("bad-request", "too-large", "wrong-encoding")

CALLS = [
    Call(
        "get",
        "/v1/branches/{branch}/heads",
        "How far every feed is, and when to look again",
        Heads,
        headers=("If-None-Match",),
        refusals=("other-branch",),
        also={"304": "Nothing changed"},
    ),
    Call(
        "get",
        "/v1/feeds/{feed}/changes",
        "What changed in a feed from one cursor to another: the same for ever",
        Changes,
        query=("branch", "since", "to"),
        refusals=("bad-request", "other-branch", "no-such-feed", "cursor-expired"),
    ),
    Call(
        "get",
        "/v1/feeds/{feed}/snapshot",
        "Where to begin with a feed",
        Snapshot,
        query=("branch",),
        refusals=("other-branch", "no-such-feed"),
    ),
    Call(
        "get",
        "/v1/feeds/{feed}/snapshots/{at}",
        "The file of a snapshot, or the rest of it: a Change a line, packed with gzip",
        None,
        query=("branch",),
        headers=("Range", "If-Range"),
        refusals=("bad-request", "other-branch", "no-such-feed", "cursor-expired"),
        also={"206": "The rest of the file", "416": "There is no rest"},
    ),
    Call("post", "/v1/facts", "What a kiosk did; it is on disk when the answer comes", Results, takes=Batch),
    Call("post", "/v1/health", "How a kiosk is; what staff want it to do", Heard, takes=Health),
    Call("post", "/v1/practice", "What was practised on earlier days", Results, takes=Practice),
    Call(
        "post",
        "/v1/enrol",
        "Which kiosk a key is: by the code that staff made, or once they approved the code on its screen",
        Enrolled,
        takes=Enrol,
        refusals=("revoked", "clone-detected", "wrong-code", "too-many-tries", "too-many-wait"),
        later=Waiting,
        open=True,
    ),
    Call(
        "get",
        "/v1/availability/{title}",
        "Where a title can be had now, by the library's own system; else as the last import knows it",
        Availability,
        refusals=("no-such-title",),
    ),
    Call(
        "get",
        "/v1/covers/{cover}",
        "The picture of a cover: the same for ever",
        None,
        headers=("If-None-Match",),
        refusals=("no-such-cover",),
        also={"304": "It is the one you have"},
        file="image/jpeg",
    ),
    Call("get", "/v1/nonce", "Something to sign", Nonce, open=True),
    Call(
        "post",
        "/v1/tokens",
        "A token for a signed nonce",
        Token,
        takes=Proof,
        refusals=("unknown-key", "revoked", "clone-detected", "wrong-proof", "stale-nonce"),
        open=True,
    ),
]


def description() -> dict[str, Any]:
    """The whole description."""
    structs = {kind for call in CALLS for kind in (call.gives, call.takes, call.later) if kind} | {Problem, AnyFact}
    _, schemas = msgspec.json.schema_components(sorted(structs, key=str), ref_template=_REF)
    for schema in schemas.values():
        # Python 3.13 takes the indentation out of docstrings, the ones before do not
        schema["description"] = cleandoc(schema["description"])
    paths: dict[str, Any] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Wegwijs: what kiosks call", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def text() -> str:
    """The same, as it stands in `openapi.json`."""
    return json.dumps(description(), indent=1, ensure_ascii=False) + "\n"


def _operation(call: Call) -> dict[str, Any]:
    whole: dict[str, Any] = {"summary": call.does, "responses": _responses(call)}
    inside = [name.strip("{}") for name in call.path.split("/") if name.startswith("{")]
    places = [("path", inside), ("query", call.query), ("header", call.headers)]
    parameters = [_parameter(name, place) for place, names in places for name in names]
    if parameters:
        whole["parameters"] = parameters
    if call.takes:
        whole["requestBody"] = {"required": True, "content": _content(call.takes)}
    if call.open:
        whole["security"] = []
    return whole


def _parameter(name: str, place: str) -> dict[str, Any]:
    needed = place == "path" or name in ("since", "to")
    return {"name": name, "in": place, "required": needed, **_PARAMETERS[name]}


def _responses(call: Call) -> dict[str, Any]:
    good = _content(call.gives) if call.gives else {call.file: {}}
    found = {"200": {"description": "Well", "content": good}}
    found |= {status: {"description": what} for status, what in call.also.items()}
    if call.later:
        found["202"] = {"description": "Ask again", "content": _content(call.later)}
    names = [*call.refusals, *(() if call.open else _STRANGERS), *(_BODIES if call.takes else ()), "busy"]
    for name in names:
        status, title = TITLES[name]
        before = found.get(str(status), {}).get("description")
        told = title if before is None else f"{before}; or: {title}"
        content = {"application/problem+json": {"schema": {"$ref": _REF.format(name="Problem")}}}
        found[str(status)] = {"description": told, "content": content}
    return dict(sorted(found.items()))


def _content(kind: type) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _REF.format(name=kind.__name__)}}}
