"""What the environment says about this central, checked. Every refusal is a `BadInput` that names the variable."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from kiosk.errors import BadInput

#: The folder of this package.
HERE = Path(__file__).resolve().parent

#: Seconds that a transaction waits for another before it gives up.
PATIENCE = 20

_POSTGRES = ("postgres", "postgresql")


def secret(environ: Mapping[str, str]) -> str:
    """The key that signs cookies and enrolment codes."""
    key = environ.get("WEGWIJS_SECRET_KEY", "")
    if len(key) < 32:
        what = "The secret key is missing" if not key else f"The secret key has only {len(key)} characters"
        do = "Set it to at least 32 random characters, and keep it: "
        raise BadInput(what, "WEGWIJS_SECRET_KEY", do + 'python -c "import secrets; print(secrets.token_urlsafe(48))".')
    return key


def hosts(environ: Mapping[str, str]) -> list[str]:
    """The names central answers to."""
    text = environ.get("WEGWIJS_HOSTS", "localhost,127.0.0.1,[::1]")
    names = [name.strip() for name in text.split(",") if name.strip()]
    wrong = next((name for name in names if name == "*" or "/" in name or " " in name), None)
    if wrong is not None or not names:
        what = f"{wrong} is not the name of a host" if wrong else "No host is named"
        raise BadInput(what, "WEGWIJS_HOSTS", "Name them with commas, as in: central.example.org,127.0.0.1.")
    return names


def workers(environ: Mapping[str, str]) -> int:
    """How many processes answer."""
    text = environ.get("WEGWIJS_WORKERS", "1")
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 64:
        raise BadInput(f"{text!r} is not a number from 1 to 64", "WEGWIJS_WORKERS", "Use 1 with SQLite.")
    return int(text)


def https(environ: Mapping[str, str]) -> bool:
    """Whether the world reaches central by HTTPS."""
    text = environ.get("WEGWIJS_HTTPS", "0")
    if text not in ("0", "1"):
        raise BadInput(f"{text!r} is neither 0 nor 1", "WEGWIJS_HTTPS", "Use 1 behind a proxy that speaks HTTPS.")
    return text == "1"


def database(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings of the database."""
    text = environ.get("DATABASE_URL", "")
    url = urlsplit(text)
    if url.scheme == "sqlite" and not url.netloc and len(url.path) > 1:
        return _sqlite(unquote(url.path[1:]))
    if url.scheme in _POSTGRES and url.hostname and len(url.path) > 1:
        return _postgres(url)
    # The address may hold a password: it is not repeated
    what = "The database is not named" if not text else "The address of the database cannot be understood"
    do = "Use sqlite:////path/central.db or postgres://user:password@host:5432/name."
    raise BadInput(what, "DATABASE_URL", do)


def _sqlite(name: str) -> dict[str, Any]:
    path = Path(name)
    if not path.absolute().parent.is_dir():
        raise BadInput(f"The folder {path.parent} is not there", "DATABASE_URL", "Make it, or name another.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.absolute()),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": PATIENCE,
            # A transaction that reads first and writes later would fail at once, without waiting, if another wrote
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgres(url: SplitResult) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise BadInput(
            "PostgreSQL needs psycopg, which is not installed", "DATABASE_URL", "Install wegwijs[postgresql]."
        )
    try:
        port = url.port
    except ValueError:
        raise BadInput("The port of the database is not a number", "DATABASE_URL", "PostgreSQL has 5432.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path[1:]),
        "HOST": unquote(url.hostname or ""),
        "PORT": port or "",
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": f"-c lock_timeout={PATIENCE * 1000}"},
    }
