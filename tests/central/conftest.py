"""A database of its own for the tests of central (SQLite in a folder that goes, or what WEGWIJS_TEST_DATABASE names);
each test is rolled back."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.core.management import call_command
from django.db import transaction

from tests.central.databases import TESTED, empty

_folder = tempfile.mkdtemp(prefix="wegwijs-central-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
_environment = {
    "DJANGO_SETTINGS_MODULE": "kiosk.central.settings",
    "WEGWIJS_SECRET_KEY": "only-for-tests-" + "x" * 32,
    "WEGWIJS_HOSTS": "testserver,127.0.0.1",
    # test_postgresql.py runs these tests a second time, on another database
    "DATABASE_URL": TESTED or f"sqlite:///{_folder}/central.db",
}


def _start() -> None:
    """Django reads its settings once; what other tests start must not inherit them."""
    os.environ.update(_environment)
    django.setup()
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for name in _environment:
        del os.environ[name]


_start()


@pytest.fixture(scope="session")
def tables() -> None:
    """The tables, made by all migrations."""
    call_command("migrate", verbosity=0)


@pytest.fixture(autouse=True)
def rolled_back(tables: None) -> Iterator[None]:
    """Whatever a test writes is gone after it."""
    from kiosk.central.sync import views

    views._page.cache_clear()  # another test's database had other changes under the same cursors
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of the kind that is tested, for programs in processes of their own."""
    with empty(tmp_path) as address:
        yield address
