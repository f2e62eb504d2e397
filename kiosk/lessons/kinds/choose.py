"""One or more of some options, each with its own kind reply."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from kiosk.lessons.kinds.step import (
    Answer,
    AnyStep,
    Name,
    Text,
    Verdict,
    decoded,
    demand,
    demand_words,
    misses,
    state,
    twice,
)


class Message(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A message, a search result or a page, drawn as what it is; all in it is invented."""

    look: Literal["mail", "sms", "result", "site"]
    sender: Text | None = field(name="from", default=None)
    address: str = ""
    subject: Text | None = None
    text: Text | None = None


class Option(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to choose, and what is said when it is; `message` is drawn above its words."""

    id: Name
    text: Text
    reply: Text
    icon: str = ""
    message: Message | None = None


class Do(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`expect`: the options that are right; `message`: what to look at while choosing."""

    kind: Literal["choose"]
    options: Annotated[list[Option], Meta(min_length=2, max_length=6)]
    expect: Annotated[list[Name], Meta(min_length=1)]
    message: Message | None = None


class Step(AnyStep, frozen=True, kw_only=True):
    """A choice."""

    do: Do


def parse(data: object) -> Step:
    """The step in `data`; `BadInput` when there is none, or when it expects what is not offered."""
    found = decoded(data, Step)
    demand_words(found)
    names = [option.id for option in found.do.options]
    demand(not twice(names), f"The option '{twice(names)}' is there twice", "$.do.options")
    demand(not twice(found.do.expect), f"'{twice(found.do.expect)}' is expected twice", "$.do.expect")
    for place, name in enumerate(found.do.expect):
        demand(name in names, f"There is no option '{name}'", f"$.do.expect[{place}]")
    return found


def judge(step: Step, answer: Answer) -> Verdict:
    """Right once every expected option was chosen; a wrong choice is talked about and forgotten."""
    chosen = _chosen(step.do, answer)
    left = [name for name in step.do.expect if name not in chosen]
    replies = {option.id: option.reply for option in step.do.options if option.id in chosen[-1:]}
    missed = misses(chosen, step.do.expect.__contains__)
    return Verdict(
        state=state(left, missed),
        reply=(step.right if not left else None) or next(iter(replies.values()), None),
        done=len(step.do.expect) - len(left),
        of=len(step.do.expect),
        next=left,
        misses=missed,
    )


def _chosen(do: Do, answer: Answer) -> list[str]:
    """What was chosen until all that is expected was."""
    chosen: list[str] = []
    for name in answer:
        if set(do.expect) <= set(chosen):
            break
        if any(name == option.id for option in do.options):
            chosen.append(name)
    return chosen
