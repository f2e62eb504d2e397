"""Every text of the screens is there in every language that is offered as finished."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

HOUSE = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
FOLDER = HOUSE / "resources" / "translations"
FILES = sorted(FOLDER.glob("wegwijs_*.ts"))

#: Dutch is the source, with its plurals in a file; these are offered on Start.
FINISHED = {"nl", "en", "ar"}
#: How many forms a number has (Unicode CLDR, plural rules).
FORMS = {"nl": 2, "en": 2, "ar": 6}

PLACE = re.compile(r"%(?:L?\d|n)")
#: The numbers of these forms are said in words: "no seats", "one seat", "two seats".
WORDLESS = {"ar": {0, 1, 2}, "en": {0}, "nl": {0}}


def language(path: Path) -> str:
    return path.stem.removeprefix("wegwijs_")


def messages(path: Path) -> list[tuple[str, ElementTree.Element]]:
    """Each message of a .ts file, with the name of its context."""
    root = ElementTree.parse(path).getroot()
    return [(context.findtext("name", ""), one) for context in root.iter("context") for one in context.iter("message")]


def name(context: str, message: ElementTree.Element) -> str:
    return f"{context}: {message.findtext('source')!r}"


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as lupdate would leave them now."""
    folder = tmp_path_factory.mktemp("translations")
    for path in FILES:
        shutil.copy(path, folder)
    environment = {**os.environ, "LUPDATE": str(TOOLS / "pyside6-lupdate")}
    subprocess.run([HOUSE / "packaging" / "translations", folder], check=True, env=environment, timeout=120)
    return folder


def test_the_finished_languages_are_there() -> None:
    assert {language(path) for path in FILES} >= FINISHED


@pytest.mark.parametrize("path", FILES, ids=language)
def test_no_text_is_new_or_gone_since_the_last_update(path: Path, renewed: Path) -> None:
    had = Counter(name(*message) for message in messages(path))
    has = Counter(name(*message) for message in messages(renewed / path.name))
    assert (sorted(has - had), sorted(had - has)) == ([], []), "run: make translations"


@pytest.mark.parametrize("path", FILES, ids=language)
def test_no_text_is_unfinished(path: Path) -> None:
    if language(path) in FINISHED:
        assert [name(*message) for message in messages(path) if not _finished(message[1])] == []


def _finished(message: ElementTree.Element) -> bool:
    target = message.find("translation")
    return target is not None and target.get("type") is None and all(text.strip() for text in _forms(message))


def _forms(message: ElementTree.Element) -> list[str]:
    """What a message is in this language: one text, or one for each form of its number."""
    target = message.find("translation")
    if target is None:
        return []
    forms = [form.text or "" for form in target.iter("numerusform")]
    return forms or [target.text or ""]


@pytest.mark.parametrize("path", FILES, ids=language)
def test_every_form_of_a_number_is_there(path: Path) -> None:
    if language(path) in FORMS:
        counted = [message for message in messages(path) if message[1].get("numerus") == "yes"]
        assert [name(*message) for message in counted if len(_forms(message[1])) != FORMS[language(path)]] == []


@pytest.mark.parametrize("path", FILES, ids=language)
def test_a_translation_keeps_the_places_of_its_source(path: Path) -> None:
    lost = []
    for context, message in messages(path):
        wanted = set(PLACE.findall(message.findtext("source", "")))
        for form, text in enumerate(_forms(message)):
            spoken = (
                {"%n"} if message.get("numerus") == "yes" and form in WORDLESS.get(language(path), set()) else set()
            )
            if text and wanted - spoken - set(PLACE.findall(text)):
                lost.append(f"{name(context, message)} → {text!r}")
    assert lost == []
