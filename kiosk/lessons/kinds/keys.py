"""Keys to press, judged by the text they give and not by where they are, since keyboards differ.

A deed is that text ("A", "@", " ") or the name of a key that gives none ("Backspace"). Nobody needs to hold two keys
at once: "Shift" and then "a" is the same as "A".
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.lessons.kinds.step import Answer, AnyStep, Verdict, decoded, demand, demand_words, state

#: Keys that give no text, as deeds name them.
NAMED = ("Backspace", "Enter", "Left", "Right", "Up", "Down", "Delete", "Home", "End")

#: Keys that change the next one; never wrong by themselves.
LATCHES = ("Shift", "CapsLock", "AltGr", "Control")

#: Shift on the keyboard that is drawn: US International, the one most sold in the Netherlands.
SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))


class Do(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`expect`: what to press, in order; `start`: what the practice field holds before, with the cursor behind it."""

    kind: Literal["keys"]
    expect: Annotated[list[str], Meta(min_length=1, max_length=12)]
    start: Annotated[str, Meta(max_length=20)] = ""


class Step(AnyStep, frozen=True, kw_only=True):
    """Keys to press."""

    do: Do


def parse(data: object) -> Step:
    """The step in `data`; `BadInput` when there is none, or when it expects what no key gives."""
    found = decoded(data, Step)
    demand_words(found, "right", "wrong")
    for place, key in enumerate(found.do.expect):
        pressable = key in NAMED or (len(key) == 1 and key.isprintable())
        demand(pressable, f"No key gives '{key}'", f"$.do.expect[{place}]")
    return found


def shifted(key: str) -> str:
    """What Shift makes of a key: a capital, or the sign above it on the drawn keyboard."""
    return SHIFTED.get(key, key.upper() if len(key) == 1 else key)


def judge(step: Step, answer: Answer) -> Verdict:
    """Right once all keys came in order; a wrong key changes nothing in the field."""
    pressed, missed = _read(step.do.expect, answer)
    left = step.do.expect[pressed:]
    written, cursor = _written(step.do.start, step.do.expect[:pressed])
    now = state(left, missed)
    return Verdict(
        state=now,
        reply={"right": step.right, "wrong": step.wrong}.get(now),
        done=pressed,
        of=len(step.do.expect),
        next=left[:1],
        misses=missed,
        written=written,
        cursor=cursor,
    )


def _read(expect: list[str], answer: Answer) -> tuple[int, int]:
    """How many of the expected keys came, and how many wrong ones since."""
    place, missed, latched = 0, 0, False
    for deed in answer:
        if place == len(expect):
            return place, 0
        if deed in LATCHES:
            latched = deed == "Shift"
        elif _is(expect[place], deed, latched):
            place, missed, latched = place + 1, 0, False
        else:
            missed, latched = missed + 1, False
    return place, missed


def _is(wanted: str, deed: str, latched: bool) -> bool:
    # Caps Lock may be on by accident: where a small letter is asked, a capital is as good
    return deed == wanted or (latched and shifted(deed) == wanted) or (wanted.islower() and deed.lower() == wanted)


def _written(text: str, keys: list[str]) -> tuple[str, int]:
    """The field and the cursor after those keys."""
    at = len(text)
    for key in keys:
        if key == "Backspace":
            text, at = text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)
        elif key == "Delete":
            text = text[:at] + text[at + 1 :]
        elif key in NAMED and key != "Enter":
            at = {"Left": max(at - 1, 0), "Right": min(at + 1, len(text)), "Home": 0, "End": len(text)}.get(key, at)
        else:
            text, at = text[:at] + ("\n" if key == "Enter" else key) + text[at:], at + 1
    return text, at
