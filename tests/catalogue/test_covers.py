"""Which file a cover is, whether it may be shown, and which are wanted first."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.covers import picture, place, rank
from kiosk.wire import Copy, Title

NAME = "0f343b0931126a20f133d67c2b018a3b"
JPEG = b"\xff\xd8\xff" + bytes(100) + b"\xff\xd9"
TODAY = date(2026, 11, 18)


def put(folder: Path, body: bytes) -> Path:
    path = place(folder, NAME)
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    "name", ["", "x", NAME[:-1], NAME + "0", NAME.upper(), "../" * 10 + "etc/passwd", "/" + NAME[1:], NAME + "\n"]
)
def test_what_is_no_name_has_no_place(name: str, tmp_path: Path) -> None:
    assert place(tmp_path, name) is None
    assert picture(tmp_path, name) == ""


def test_a_cover_that_is_here_has_an_address(tmp_path: Path) -> None:
    folder = tmp_path / "with a space"
    path = put(folder, JPEG)
    assert path == folder / "0f" / f"{NAME}.jpg"
    assert picture(folder, NAME) == path.as_uri()
    assert picture(None, NAME) == ""


@pytest.mark.parametrize("body", [b"", b"\xff", JPEG[:-2], JPEG[:50], bytes(103), b"GIF89a" + JPEG[-2:]])
def test_what_is_not_whole_has_none(body: bytes, tmp_path: Path) -> None:
    put(tmp_path, body)
    assert picture(tmp_path, NAME) == ""


def test_what_is_not_here_has_none(tmp_path: Path) -> None:
    assert picture(tmp_path, NAME) == ""
    (tmp_path / "0f" / f"{NAME}.jpg").mkdir(parents=True)
    assert picture(tmp_path, NAME) == ""


def copy(branch: str, added: date | None = None) -> Copy:
    return Copy(id=branch, title="t", branch=branch, added=added)


def test_what_stands_only_elsewhere_is_not_wanted() -> None:
    title = Title(id="t", title="T")
    assert rank(title, [copy("escamp")], "laak", TODAY) is None
    assert rank(title, [copy("escamp"), copy("laak")], "laak", TODAY) is not None
    assert rank(title, [], "laak", TODAY) is not None


def test_new_here_comes_before_much_lent_and_new_elsewhere_does_not_count() -> None:
    much, little = Title(id="a", title="A", loans=500), Title(id="b", title="B", loans=1)
    new, old = copy("laak", TODAY - timedelta(days=31)), copy("laak", TODAY - timedelta(days=32))
    there = copy("escamp", TODAY)
    ranked = [
        rank(little, [new], "laak", TODAY),
        rank(much, [old, there], "laak", TODAY),
        rank(little, [old, there], "laak", TODAY),
        rank(little, [copy("laak")], "laak", TODAY),
    ]
    assert ranked == sorted(ranked, reverse=True)  # type: ignore[type-var]
    assert len(set(ranked)) == 4


def test_a_digital_title_is_new_by_its_own_day() -> None:
    title = Title(id="t", title="T", kind="ebook", added=TODAY)
    assert rank(title, [], "laak", TODAY) > rank(Title(id="u", title="U", loans=9), [], "laak", TODAY)  # type: ignore[operator]
