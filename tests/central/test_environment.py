from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.central import environment
from kiosk.errors import BadInput


def test_a_file_and_a_server_are_understood(tmp_path: Path) -> None:
    file = environment.database({"DATABASE_URL": f"sqlite:///{tmp_path}/a%20b.db"})
    assert file["NAME"] == f"{tmp_path}/a b.db"
    assert file["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in file["OPTIONS"]["init_command"]
    server = environment.database({"DATABASE_URL": "postgres://ann:p%40ss@db.example:5433/wegwijs"})
    assert [server[name] for name in ("HOST", "PORT", "USER", "PASSWORD", "NAME")] == [
        "db.example",
        5433,
        "ann",
        "p@ss",
        "wegwijs",
    ]


def test_a_socket_of_postgresql_is_understood() -> None:
    assert environment.database({"DATABASE_URL": "postgres://ann@%2Ftmp%2Frun/name"})["HOST"] == "/tmp/run"


@pytest.mark.parametrize(
    "url",
    ["", "sqlite://", "sqlite:///", "mysql://a/b", "postgres://", "postgres://host", "postgres://h:x/name", "nonsense"],
)
def test_a_database_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match=r"DATABASE_URL"):
        environment.database({"DATABASE_URL": url})


def test_the_password_of_the_database_is_not_repeated() -> None:
    with pytest.raises(BadInput) as refusal:
        environment.database({"DATABASE_URL": "postgress://ann:topsecret@host/name"})
    assert "topsecret" not in str(refusal.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="missing"):
        environment.database({"DATABASE_URL": f"sqlite:///{tmp_path}/missing/a.db"})


@pytest.mark.parametrize("key", ["", "short", "x" * 31])
def test_a_secret_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(BadInput, match="WEGWIJS_SECRET_KEY"):
        environment.secret({"WEGWIJS_SECRET_KEY": key})


@pytest.mark.parametrize("names", ["*", "http://a", " , ", "a b"])
def test_hosts_that_are_none_are_refused(names: str) -> None:
    with pytest.raises(BadInput, match="WEGWIJS_HOSTS"):
        environment.hosts({"WEGWIJS_HOSTS": names})


def test_hosts_are_named_with_commas_and_otherwise_only_this_computer() -> None:
    assert environment.hosts({"WEGWIJS_HOSTS": "a.example, b.example"}) == ["a.example", "b.example"]
    assert environment.hosts({}) == ["localhost", "127.0.0.1", "[::1]"]


def test_https_is_on_or_off() -> None:
    assert environment.https({"WEGWIJS_HTTPS": "1"})
    assert not environment.https({})
    with pytest.raises(BadInput, match="WEGWIJS_HTTPS"):
        environment.https({"WEGWIJS_HTTPS": "yes"})


def test_one_process_answers_unless_more_are_asked_for() -> None:
    assert environment.workers({}) == 1
    assert environment.workers({"WEGWIJS_WORKERS": "4"}) == 4
    for text in ("", "0", "65", "-1", "two", "²"):
        with pytest.raises(BadInput, match="WEGWIJS_WORKERS"):
            environment.workers({"WEGWIJS_WORKERS": text})
