"""Language, letters, contrast, motion; and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from kiosk.paths import RESOURCES
from kiosk.screen.display import Display


@pytest.fixture
def display(qapp: QObject) -> Iterator[Display]:
    display = Display(["nl", "en", "ar"])
    yield display
    # A test's own slots keep it alive; in another language, all tests after it would be
    display.reset()


def test_the_first_language_is_the_one_to_begin_in(display: Display) -> None:
    assert (display.locale, display.rightToLeft, display.languages) == ("nl", False, ["nl", "en", "ar"])


def test_another_language_is_translated_after_it_is_set(display: Display, qtbot: QtBot) -> None:
    order: list[str] = []
    display.localeChanged.connect(lambda: order.append("changed"))
    display.translated.connect(lambda: order.append(display.locale))
    display.locale = "ar"
    assert order == ["changed", "ar"]
    assert display.rightToLeft


def test_a_size_that_is_not_offered_is_not_taken(display: Display) -> None:
    display.scale = 7.0
    assert display.scale == 1.0
    display.scale = 2.0
    assert display.scale == 2.0


def test_reset_is_how_it_was_started(qapp: QObject) -> None:
    display = Display(["nl", "en"], "en", 1.25, "high")
    assert not display.differs()
    display.locale, display.scale, display.theme, display.motion = "nl", 2.0, "light", False
    assert display.differs()
    display.reset()
    assert (display.locale, display.scale, display.theme, display.motion) == ("en", 1.25, "high", True)
    assert not display.differs()


def test_a_language_without_a_file_stays_dutch(qapp: QObject) -> None:
    display = Display(["nl", "xx"])
    display.locale = "xx"
    assert display.locale == "xx"


def test_texts_that_are_written_anew_meanwhile_do_no_harm(
    qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(RESOURCES / "translations", tmp_path / "translations")
    monkeypatch.setattr("kiosk.screen.display.RESOURCES", tmp_path)
    display = Display(["nl", "en"], "en")
    (tmp_path / "translations" / "wegwijs_en.qm").write_bytes(b"")
    assert QCoreApplication.translate("StartScreen", "Beginnen") == "Start"
    display.locale = "nl"
    assert QCoreApplication.translate("StartScreen", "Beginnen") == "Beginnen"


def test_saying_the_same_again_changes_nothing(display: Display, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(display.localeChanged):
        display.locale = "nl"
