"""Reading lessons: what is right comes through, what is wrong is named with its place, what would harm is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kiosk.errors import BadInput
from kiosk.lessons.content import load, load_all
from kiosk.lessons.extract import extract
from tests.lessons.conftest import Write


def test_a_lesson_is_read_with_its_steps(write: Write) -> None:
    lesson = load(write())
    assert (lesson.id, lesson.minutes, lesson.title, lesson.languages) == ("klein", 3, {"nl": "Klein"}, ["nl"])
    assert [(step.id, step.do.kind) for step in lesson.steps] == [("lezen", "info"), ("kiezen", "choose")]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kind: choose", "kind: kiezen", "$.steps[1].do.kind"),
        ("kind: choose", "soort: choose", "$.steps[1].do.kind"),
        ("kind: choose", "kind: [choose]", "$.steps[1].do.kind"),
        ("expect: [ja]", "expect: [misschien]", "$.steps[1].do.expect[0]"),
        ("id: kiezen", "id: lezen", "$.steps"),
        ("id: kiezen", "id: Kiezen!", "$.steps[1].id"),
        ("say: Kies ja.", "say: ''", "$.steps[1].say"),
        ("say: Kies ja.", "say: yes", "$.steps[1].say"),
        ("say: Kies ja.", "zeg: Kies ja.", "$.steps[1]"),
        ("how: [Kijk rustig.]", "how: [Een., Twee., Drie., Vier.]", "$.steps[0].how"),
        ("picture: mouse-left", "picture: olifant", "$.steps[0].picture"),
        ("picture: mouse-left", "picture: ../../LICENSE", "$.steps[0].picture"),
        ("    alt: Een muis.\n", "", "$.steps[0].alt"),
        ("{kind: info}", "{kind: info, drawing: olifant}", "$.steps[0].do.drawing"),
        ("text: Nee,", "text: Nee, icon: olifant,", "$.steps[1].do.options[1].icon"),
        ("minutes: 3", "minutes: 0", "$.minutes"),
        ("minutes: 3", "minutes: drie", "$.minutes"),
        ("review_by: 2030-01-01", "review_by: ooit", "$.review_by"),
        ("level: A2", "level: C2", "$.level"),
        ("track: proef", "track: elders", "$.track"),
        ("id: klein", "id: groot", "$.id"),
        ("minutes: 3", "minutes: 3\nextra: 1", "$"),
    ],
)
def test_a_mistake_is_named_with_its_place(write: Write, old: str, new: str, place: str) -> None:
    with pytest.raises(BadInput) as refused:
        load(write((old, new)))
    file, _, where = refused.value.where.partition("lesson.yaml: ")
    assert file
    assert where == place
    assert refused.value.what
    assert refused.value.do


@pytest.mark.parametrize("steps", ["steps: []", "steps: {}", "steps: geen", "steps: [1]", "steps: null"])
def test_a_lesson_without_steps_is_none(tmp_path: Path, write: Write, steps: str) -> None:
    folder = write()
    file = folder / "lesson.yaml"
    file.write_text(file.read_text("utf-8").split("steps:")[0] + steps, encoding="utf-8")
    with pytest.raises(BadInput, match="steps"):
        load(folder)


ALIASES = "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]" for n in range(30))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- lijst",
        "zomaar",
        "a: [1",
        "a: 1\na: 2",
        "a: &anker 1\nb: *anker",
        ALIASES,
        "a: " + "[" * 100_000,
        "{" * 50_000,
        "a: !!python/object/apply:os.system [exit]",
        "? [a]\n: b",
        "a: \x00",
        "a: 2020-99-99",
        "x" * 300_000,
        "1: 2",
        "<<: {a: 1}\nb: 1",
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_file_is_refused_at_once(write: Write, text: str) -> None:
    folder, before = write(), time.monotonic()
    (folder / "lesson.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"lesson\.yaml"):
        load(folder)
    assert time.monotonic() - before < 2


def test_a_file_that_is_no_text_is_refused(write: Write) -> None:
    folder = write()
    (folder / "lesson.yaml").write_bytes(b"\xff\xfe\x00id")
    with pytest.raises(BadInput, match="UTF-8"):
        load(folder)


def translated(folder: Path, language: str = "en") -> Path:
    """A complete translation, each text in capitals."""
    import polib

    file = extract(folder, language)
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = entry.msgid.upper()
    catalogue.save(str(file))
    return file


def test_a_translation_beside_it_adds_a_language_to_every_text(write: Write) -> None:
    folder = write()
    translated(folder)
    lesson = load(folder)
    assert lesson.languages == ["nl", "en"]
    assert lesson.title == {"nl": "Klein", "en": "KLEIN"}
    assert lesson.steps[1].do.options[0].reply == {"nl": "Goed zo!", "en": "GOED ZO!"}


def test_a_text_without_translation_breaks_the_lesson_and_is_named(write: Write) -> None:
    folder = write()
    file = translated(folder)
    file.write_text(file.read_text("utf-8").replace('msgstr "KIES JA."', 'msgstr ""'), encoding="utf-8")
    with pytest.raises(BadInput, match=r"Kies ja.*en\.po: msgctxt .kiezen\.say."):
        load(folder)


def test_a_translation_of_other_words_no_longer_counts(write: Write) -> None:
    translated(write())
    with pytest.raises(BadInput, match="other words"):
        load(write(("say: Kies ja.", "say: Kies maar ja.")))


def test_bringing_a_translation_up_to_date_keeps_what_still_holds(write: Write) -> None:
    translated(write())
    text = extract(write(("say: Kies ja.", "say: Kies maar ja.")), "en").read_text("utf-8")
    assert 'msgid "Kies maar ja."\nmsgstr "KIES JA."' in text
    assert text.count("fuzzy") == 1
    assert 'msgstr "LEES DIT."' in text


@pytest.mark.parametrize("text", ["msgid", 'msgid "a"\nmsgstr "b', "\x00\x01", "zomaar wat"])
def test_a_broken_gettext_file_is_named(write: Write, text: str) -> None:
    folder = write()
    (folder / "en.po").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"en\.po"):
        load(folder)


def test_a_broken_lesson_is_left_out_and_the_others_work(write: Write, tmp_path: Path) -> None:
    write()
    write(("kind: choose", "kind: onzin"), name="kapot")
    library = load_all(tmp_path)
    assert list(library.lessons) == ["klein"]
    assert [track.lessons for track in library.tracks] == [["klein"]]
    assert ["kapot/lesson.yaml: $.steps[1].do.kind" in error.where for error in library.broken] == [True]


def test_a_lesson_that_no_track_names_comes_last(write: Write, tmp_path: Path) -> None:
    write(name="anders")
    write()
    assert load_all(tmp_path).tracks[0].lessons == ["klein", "anders"]


def test_an_unknown_lesson_cannot_be_asked_for_first(write: Write, tmp_path: Path) -> None:
    write(("minutes: 3", "minutes: 3\nprerequisites: [nergens]"))
    assert [error.where.rpartition(": ")[2] for error in load_all(tmp_path).broken] == ["$.prerequisites[0]"]


@pytest.mark.parametrize("text", ["", "a: 1", "- id: x", "- {id: x, title: [], about: {}, lessons: []}"])
def test_a_broken_list_of_tracks_is_named(write: Write, tmp_path: Path, text: str) -> None:
    write()
    (tmp_path / "tracks.yaml").write_text(text, encoding="utf-8")
    library = load_all(tmp_path)
    assert (library.tracks, ["tracks.yaml" in error.where for error in library.broken]) == ([], [True])


def test_no_lessons_at_all_is_no_disaster(tmp_path: Path) -> None:
    library = load_all(tmp_path)
    assert (library.tracks, library.lessons, len(library.broken)) == ([], {}, 1)
