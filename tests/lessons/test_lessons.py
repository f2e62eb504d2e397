"""The lessons that come with the program: complete, readable, and possible to finish."""

from __future__ import annotations

import re

import pytest

from kiosk import paths
from kiosk.lessons.content import Lesson, load_all
from kiosk.lessons.player import Player
from kiosk.lessons.progress import Progress
from kiosk.lessons.translation import texts

LIBRARY = load_all(paths.RESOURCES / "lessons")
LESSONS = list(LIBRARY.lessons.values())
LONGEST = {"A2": 10, "B1": 15}

every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    return [sentence.split() for sentence in re.split(r"(?<=[.!?:])\s+", text)]


def test_none_is_broken_and_each_is_in_a_track() -> None:
    assert LIBRARY.broken == []
    assert sorted(lesson for track in LIBRARY.tracks for lesson in track.lessons) == sorted(LIBRARY.lessons)


@pytest.mark.parametrize("track", LIBRARY.tracks, ids=lambda track: track.id)
def test_a_track_has_its_name_in_every_language(track) -> None:
    assert set(track.title) == set(track.about) == {"nl", "en", "ar"}


@every_lesson
def test_a_lesson_is_complete_in_dutch_english_and_arabic(lesson: Lesson) -> None:
    for context, text in texts(lesson):
        assert set(text) == {"nl", "en", "ar"}, context
        assert all(words.strip() for words in text.values()), context


@every_lesson
def test_the_arabic_is_written_in_arabic(lesson: Lesson) -> None:
    plain = [context for context, text in texts(lesson) if not re.search("[\u0600-\u06ff]", text["ar"])]
    # The names of keys are what stands on the key
    assert all(context.startswith("welke-toets.do.options") for context in plain)


@every_lesson
def test_what_nobody_has_checked_says_so(lesson: Lesson) -> None:
    assert lesson.checked == {"ar": False}


@every_lesson
def test_instructions_have_short_sentences(lesson: Lesson) -> None:
    spoken = ("say", "how", "hints", "right", "wrong", "card", "reply", "goal")
    long = [
        (context, " ".join(sentence))
        for context, text in texts(lesson)
        if any(part in spoken for part in context.split("."))
        for sentence in sentences(text["nl"])
        if len(sentence) > LONGEST[lesson.level]
    ]
    assert long == []


@every_lesson
def test_visitors_are_addressed_politely(lesson: Lesson) -> None:
    # What others write in a made-up message may be familiar
    ours = [(context, text["nl"]) for context, text in texts(lesson) if ".message." not in context]
    assert [words for _, words in ours if re.search(r"\b(je|jij|jou|jouw|jullie)\b", words)] == []


@every_lesson
def test_most_of_a_lesson_is_doing(lesson: Lesson) -> None:
    doing = [step for step in lesson.steps if step.do.kind != "info"]
    assert 6 <= len(lesson.steps) <= 10
    assert len(doing) >= 0.6 * len(lesson.steps)


@every_lesson
def test_every_step_to_do_has_three_hints_a_cue_and_a_line_to_take_home(lesson: Lesson) -> None:
    for step in lesson.steps:
        assert step.do.kind == "info" or len(step.hints) == 3, step.id
        assert step.coach, step.id
        assert step.card, step.id


@every_lesson
def test_addresses_are_of_nobody(lesson: Lesson) -> None:
    # RFC 2606, 2: names under .example are never given out
    written = " ".join(text["nl"] for _, text in texts(lesson))
    drawn = [step.do.message for step in lesson.steps if getattr(step.do, "message", None)]
    drawn += [o.message for step in lesson.steps for o in getattr(step.do, "options", []) if o.message]
    addresses = [message.address for message in drawn if message.address] + re.findall(r"\S+\.\w+/\S*", written)
    assert all(re.search(r"\.example(/|$)", address) for address in addresses)


@every_lesson
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_lesson_can_be_played_to_the_end(lesson: Lesson, language: str) -> None:
    player, heard = Player(), []
    player.start(Progress(lesson))
    while not player.property("finished"):
        while player.property("state") != "right":
            player.did(player.property("next")[0])
        if player.property("kind") != "info":
            heard.append(player.property("reply")[language])
        assert player.property("say")[language]
        player.onward()
    assert player.property("states") == ["done"] * len(lesson.steps)
    assert len(player.property("cards")) == len(lesson.steps)
    assert all(heard)


@every_lesson
def test_everything_wrong_gets_a_kind_word(lesson: Lesson) -> None:
    progress = Progress(lesson)
    for step in lesson.steps:
        wrong = [option.id for option in getattr(step.do, "options", []) if option.id not in step.do.expect]
        for deed in wrong or ["", "x"]:
            progress.did(deed)
            if step.do.kind != "info":
                assert progress.verdict.reply
        progress.skip()
