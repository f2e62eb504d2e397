"""Every operation of central's own description (`openapi.json`), with all that fits it and much that does not: none is
answered with a fault of central's own, and every answer is one that is described (schemathesis). `test_postgresql.py`
runs this a second time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from kiosk.central import openapi, wsgi
from kiosk.central.catalogue.models import Cover
from kiosk.central.sync import quick
from kiosk.central.sync.models import Epoch
from tests.central.made_up import FakeKiosk, desk

DESKS = ("t1", "t2")

#: What is really there, so that not all of it ends at "there is no such …". The epoch is ours, too.
EPOCH = 7
REAL: dict[str, list[str]] = {
    "branch": ["laak"],
    "desk": list(DESKS),
    "since": [f"e{EPOCH}-{rev}" for rev in (0, 1, 4)],
    "to": [f"e{EPOCH}-{rev}" for rev in (1, 4, 5)],
    "cover": ["0" * 32],
    "at": [f"e{EPOCH}-{rev}" for rev in (0, 1, 4)],
}

EXAMPLES = int(os.environ.get("WEGWIJS_CALLS") or 60)


def _with_what_is_there(part: Any) -> Any:
    """The description, with our real values beside any that would fit."""
    if isinstance(part, list):
        return [_with_what_is_there(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: _with_what_is_there(inner) for key, inner in part.items()}
    if "in" in made and made.get("name") in REAL:
        made["schema"] = {"anyOf": [{"enum": REAL[made["name"]]}, made["schema"]]}
    for name, values in REAL.items():
        if isinstance(fields := made.get("properties"), dict) and name in fields:
            fields[name] = {"anyOf": [{"enum": values}, fields[name]]}
    return made


schema = schemathesis.openapi.from_dict(_with_what_is_there(json.loads(openapi.FILE.read_text("utf-8"))))
schema.app = wsgi.application


@pytest.fixture(scope="module")
def token(tables: None) -> Iterator[str]:
    """That of a kiosk that is let in. All that is done here is taken back."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(quick, "close_old_connections", lambda: None)
        Epoch.objects.update_or_create(pk=1, defaults={"number": EPOCH})
        for id in DESKS:
            desk(id)
        Cover(isbn="9789000000000", name="0" * 32, body=b"\xff\xd8\xff").save()
        kiosk = FakeKiosk()
        with _connection_kept():
            yield kiosk.token
        transaction.set_rollback(True)


@contextmanager
def _connection_kept() -> Iterator[None]:
    """A request does not close the connection whose transaction will be taken back (so does django.test.Client)."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_no_call_makes_central_stumble(case: Any, token: str) -> None:
    # What is packed, schemathesis would not unpack without a real line
    answer = case.call(headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"})
    case.validate_response(
        answer,
        checks=[
            not_a_server_error,
            checks.status_code_conformance,
            checks.content_type_conformance,
            checks.response_schema_conformance,
        ],
    )
