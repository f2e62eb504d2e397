"""Each kind of step: what it makes of any answer, and what it refuses to be."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import paths
from kiosk.errors import BadInput
from kiosk.lessons.content import load_all
from kiosk.lessons.kinds import KINDS, AnyStep, Verdict, choose, info, keys, target

WORDS = {"say": "Doe dit.", "coach": "Wacht.", "hints": ["Kijk."], "right": "Goed zo!", "wrong": "Bijna."}
OPTION = {"text": "Ja", "reply": "Dank u."}

SAMPLES: dict[str, dict[str, Any]] = {
    "info": {"kind": "info"},
    "choose": {
        "kind": "choose",
        "options": [{"id": name, **OPTION} for name in ("een", "twee", "drie")],
        "expect": ["een", "drie"],
    },
    "target": {"kind": "target", "scene": "plain", "sizes": [200, 120, 64]},
    "keys": {"kind": "keys", "start": "bok", "expect": ["Left", "e", "A", "@"]},
}

DEEDS = st.lists(
    st.sampled_from(["", "1", "2", "3", "een", "twee", "drie", "Left", "e", "E", "A", "a", "@", "2", "Shift", "weg"])
)


def step(kind: str, **do: Any) -> AnyStep:
    return KINDS[kind].parse({"id": "stap", **WORDS, "do": {**SAMPLES[kind], **do}})


def way_through(step: AnyStep) -> list[str]:
    """The deeds that `next` asks for, until it is done."""
    answer: list[str] = []
    for _ in range(50):
        verdict = KINDS[step.do.kind].judge(step, answer)
        if verdict.state == "right":
            return answer
        answer.append(verdict.next[0])
    raise AssertionError(f"{step.id} never ends")


def test_every_kind_has_a_sample_here_a_lesson_and_a_twin_in_qml() -> None:
    used = {step.do.kind for lesson in load_all(paths.RESOURCES / "lessons").lessons.values() for step in lesson.steps}
    twins = {file.name for file in (paths.UI / "Kiosk/Lessons/Kinds").glob("?*Kind.qml")}
    assert set(SAMPLES) == set(KINDS) == used
    assert twins == {f"{kind.capitalize()}Kind.qml" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_following_what_comes_next_ends_right(kind: str) -> None:
    done = step(kind)
    verdict = KINDS[kind].judge(done, way_through(done))
    assert verdict.state == "right"
    assert verdict.done == verdict.of
    assert verdict.misses == 0
    assert verdict.next == []


@pytest.mark.parametrize("kind", KINDS)
@given(answer=DEEDS)
def test_no_answer_is_too_strange_to_judge(kind: str, answer: list[str]) -> None:
    verdict = KINDS[kind].judge(step(kind), answer)
    assert 0 <= verdict.done <= verdict.of
    assert (verdict.state == "right") == (verdict.done == verdict.of)
    assert bool(verdict.next) == (verdict.state != "right")
    assert verdict.misses <= len(answer)


@pytest.mark.parametrize("kind", KINDS)
@given(answer=DEEDS)
def test_judging_twice_says_the_same(kind: str, answer: list[str]) -> None:
    sample, before = step(kind), copy.copy(answer)
    assert KINDS[kind].judge(sample, answer) == KINDS[kind].judge(sample, answer)
    assert answer == before


@pytest.mark.parametrize("kind", KINDS)
@given(answer=DEEDS, more=DEEDS)
def test_what_is_done_stays_done(kind: str, answer: list[str], more: list[str]) -> None:
    sample = step(kind)
    before, after = KINDS[kind].judge(sample, answer), KINDS[kind].judge(sample, answer + more)
    assert after.done >= before.done
    assert not (before.state == "right" and after != before)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "info"])
@given(answer=DEEDS)
def test_whatever_was_done_one_can_still_get_there(kind: str, answer: list[str]) -> None:
    sample, answer = step(kind), list(answer)
    for _ in range(20):
        verdict = KINDS[kind].judge(sample, answer)
        answer += verdict.next[:1]
    assert verdict.state == "right"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "info"])
def test_a_step_to_do_needs_a_hint(kind: str) -> None:
    with pytest.raises(BadInput, match="hints"):
        KINDS[kind].parse({"id": "stap", **WORDS, "hints": [], "do": SAMPLES[kind]})


@pytest.mark.parametrize("kind", ["target", "keys"])
@pytest.mark.parametrize("field", ["right", "wrong"])
def test_a_step_that_can_go_wrong_says_something_then(kind: str, field: str) -> None:
    words = {name: text for name, text in WORDS.items() if name != field}
    with pytest.raises(BadInput, match=field):
        KINDS[kind].parse({"id": "stap", **words, "do": SAMPLES[kind]})


def test_reading_is_enough() -> None:
    assert info.judge(info.parse({"id": "stap", **WORDS, "do": SAMPLES["info"]}), []) == Verdict(state="right")


def choice(**do: Any) -> choose.Step:
    return choose.parse({"id": "stap", **WORDS, "do": {**SAMPLES["choose"], **do}})


def test_a_wrong_choice_gets_its_own_reply_and_is_forgotten() -> None:
    verdict = choose.judge(choice(), ["twee"])
    assert (verdict.state, verdict.reply, verdict.misses) == ("wrong", {"nl": "Dank u."}, 1)
    assert choose.judge(choice(), ["twee", "een", "drie"]).state == "right"


def test_one_of_two_right_choices_is_half_way() -> None:
    verdict = choose.judge(choice(), ["drie"])
    assert (verdict.state, verdict.done, verdict.of, verdict.next) == ("open", 1, 2, ["een"])


@pytest.mark.parametrize(
    ("do", "where"),
    [
        ({"expect": ["vier"]}, "$.do.expect[0]"),
        ({"expect": ["een", "een"]}, "$.do.expect"),
        ({"expect": []}, "$.do.expect"),
        ({"options": [{"id": "een", **OPTION}, {"id": "een", **OPTION}]}, "$.do.options"),
        ({"options": [{"id": "een", **OPTION}]}, "$.do.options"),
        ({"options": [{"id": "een", "text": "Ja"}, {"id": "twee", **OPTION}]}, "$.do.options[0]"),
    ],
)
def test_a_choice_that_cannot_be_made_is_refused(do: dict[str, Any], where: str) -> None:
    with pytest.raises(BadInput) as refused:
        choice(**do)
    assert refused.value.where == where


def test_misses_count_since_the_last_hit() -> None:
    three = target.parse({"id": "stap", **WORDS, "do": SAMPLES["target"]})
    assert target.judge(three, ["", "", "1"]).misses == 0
    verdict = target.judge(three, ["1", "", ""])
    assert (verdict.state, verdict.misses, verdict.done, verdict.next) == ("wrong", 2, 1, ["2"])


def test_a_target_counts_once() -> None:
    three = target.parse({"id": "stap", **WORDS, "do": SAMPLES["target"]})
    assert target.judge(three, ["1", "1", "1"]).done == 1


@pytest.mark.parametrize("size", [63, 321, 0, -5])
def test_no_target_is_smaller_than_a_finger_or_larger_than_the_field(size: int) -> None:
    with pytest.raises(BadInput) as refused:
        step("target", sizes=[100, size])
    assert refused.value.where == "$.do.sizes[1]"


def pressed(expect: list[str], answer: list[str], start: str = "") -> Verdict:
    return keys.judge(
        keys.parse({"id": "stap", **WORDS, "do": {"kind": "keys", "start": start, "expect": expect}}), answer
    )


@pytest.mark.parametrize("answer", [["A"], ["Shift", "a"], ["Shift", "A"], ["CapsLock", "A"], ["b", "Shift", "a"]])
def test_a_capital_comes_by_holding_or_by_one_key_after_the_other(answer: list[str]) -> None:
    assert pressed(["A"], answer).state == "right"


@pytest.mark.parametrize("answer", [["a"], ["Shift", "b", "a"], ["Shift", "Control", "a"]])
def test_a_small_letter_is_no_capital(answer: list[str]) -> None:
    assert pressed(["A"], answer).state == "wrong"


@pytest.mark.parametrize("answer", [["@"], ["Shift", "2"], ["AltGr", "@"], ["q", "@"]])
def test_a_sign_counts_whichever_keys_gave_it(answer: list[str]) -> None:
    assert pressed(["@"], answer).state == "right"


def test_caps_lock_by_accident_does_no_harm() -> None:
    assert pressed(["b", "o"], ["B", "O"]).state == "right"


def test_shift_alone_is_never_wrong() -> None:
    verdict = pressed(["a"], ["Shift", "Shift"])
    assert (verdict.state, verdict.misses) == ("open", 0)


def test_a_wrong_key_writes_nothing() -> None:
    verdict = pressed(["k"], ["x", "Backspace"], start="boe")
    assert (verdict.written, verdict.cursor, verdict.misses) == ("boe", 3, 2)


@pytest.mark.parametrize(
    ("start", "expect", "written", "cursor"),
    [
        ("bok", ["Left", "e"], "boek", 3),
        ("boekk", ["Backspace"], "boek", 4),
        ("xboek", ["Home", "Delete"], "boek", 0),
        ("Noor", ["Enter"], "Noor\n", 5),
        ("", ["Backspace", "Left", "Right", "End", "Delete"], "", 0),
        ("a", [" ", "b"], "a b", 3),
    ],
)
def test_keys_do_what_they_do_in_a_text(start: str, expect: list[str], written: str, cursor: int) -> None:
    verdict = pressed(expect, expect, start)
    assert (verdict.written, verdict.cursor) == (written, cursor)


@given(st.lists(st.sampled_from([*keys.NAMED, "a", " ", "@"]), min_size=1, max_size=12), st.text(max_size=20))
def test_the_cursor_stays_in_the_text(expect: list[str], start: str) -> None:
    verdict = pressed(expect, expect, start)
    assert 0 <= verdict.cursor <= len(verdict.written)


@pytest.mark.parametrize("key", ["Escape", "Tab", "", "ab", "\n", "Shift"])
def test_only_what_a_key_gives_can_be_expected(key: str) -> None:
    with pytest.raises(BadInput) as refused:
        pressed(["a", key], [])
    assert refused.value.where == "$.do.expect[1]"
