"""What would trouble somebody on this screen, as far as a machine can tell: the rules of look.md, measured.

Each rule is a function from what is seen to findings; `findings` asks them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kiosk.screen.seen import Box, Colour, Seen, Target, Wording

#: Pixels at 1920 × 1080 (look.md): the smallest target, and the room between two.
SMALLEST = 64
APART = 16

#: The least contrast of text (WCAG 2.2, 1.4.6), and of large words in, or on, a colour of the house.
CONTRAST = 7.0
CONTRAST_COLOURED = 6.0

#: Pixels from which letters, and bold letters, are large (WCAG 2.2, "large scale": 18 and 14 points).
LARGE, LARGE_BOLD = 24, 18.66

#: The share of the picture behind a text that a colour must have to count as its ground. Letters themselves fill less
#: than INK of it, and their smoothed edges less than EDGES.
GROUND, EDGES, INK = 0.08, 0.25, 0.38

#: What may touch its likes wherever it lies: rows of a list, keys of a keyboard.
TOUCHING = ("Row", "KeyCap")


@dataclass(frozen=True)
class Finding:
    """`rule`: the name of the rule; `what`: the words or the name of the control; `why`: with the measures."""

    rule: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule}: “{self.what}” {self.why}"


def findings(seen: Seen) -> list[Finding]:
    """Everything that is wrong with what is seen, each thing once."""
    return list(dict.fromkeys(finding for rule in RULES for finding in rule(seen)))


def cut(seen: Seen) -> Iterator[Finding]:
    """A text that is not there as a whole: elided, wider or higher than its box, or under an edge."""
    for wording in _read(seen):
        if wording.typed:
            continue
        if wording.truncated:
            yield Finding("cut", _brief(wording.text), "does not fit and ends in dots")
        elif wording.box and wording.painted.width > wording.box.width + 1:
            over = wording.painted.width - wording.box.width
            yield Finding("cut", _brief(wording.text), f"is {over:.0f} px wider than its box ({wording.box})")
        elif wording.box and wording.painted.height > wording.box.height + 0.25 * wording.size:
            over = wording.painted.height - wording.box.height
            yield Finding("cut", _brief(wording.text), f"is {over:.0f} px higher than its box ({wording.box})")
        elif wording.view.cuts(_letters(wording)):
            yield Finding("cut", _brief(wording.text), f"({wording.painted}) is cut at an edge ({wording.view.box})")


def overlapping(seen: Seen) -> Iterator[Finding]:
    """Letters over letters."""
    for first, second in combinations(_read(seen), 2):
        shared = _visible(first).meet(_visible(second))
        if shared.width > 2 and shared.height > 2 and not _covered(seen, shared, first.order, second.order):
            yield Finding("overlapping", _brief(first.text), f"and “{_brief(second.text)}” share {shared}")


def hidden(seen: Seen) -> Iterator[Finding]:
    """A text of which most lies under something that was painted later."""
    for wording in _read(seen):
        letters = _visible(wording)
        for order, cover in seen.covers:
            shared = cover.meet(letters)
            if order > wording.order and 2 * shared.width * shared.height > letters.width * letters.height:
                yield Finding("hidden", _brief(wording.text), f"({letters}) lies under something at {cover}")
                break


def small(seen: Seen) -> Iterator[Finding]:
    """A target that a finger misses."""
    least = SMALLEST * seen.unit - 0.5
    for target in _reachable(seen):
        if min(target.box.width, target.box.height) < least:
            yield Finding("small", _named(target), f"is {target.box}; at least {least:.0f} px each way")


def crowded(seen: Seen) -> Iterator[Finding]:
    """Two targets so near that a finger takes the other; rows of one list may touch."""
    least = APART * seen.unit - 0.5
    for first, second in combinations(_reachable(seen), 2):
        if first.id in second.within or second.id in first.within or _one_list(first, second):
            continue
        if _scrolled_past(first) != _scrolled_past(second):
            continue
        one, other = first.box.meet(first.view.box), second.box.meet(second.view.box)
        if one.gap(other) < least and not _covered(seen, other, first.order, second.order):
            yield Finding("crowded", _named(first), f"is {one.gap(other):.0f} px from “{_named(second)}” ({other})")


def nameless(seen: Seen) -> Iterator[Finding]:
    """A target of which a screen reader can say nothing."""
    for target in _reachable(seen):
        if not target.name.strip():
            yield Finding("nameless", target.kind, f"({target.box}) has no name for a screen reader")


def outside(seen: Seen) -> Iterator[Finding]:
    """A target that is partly beyond the edge of the window, and cannot be scrolled to."""
    for target in _reachable(seen):
        if not seen.window.holds(target.box) and target.view.cuts(target.box):
            yield Finding("outside", _named(target), f"({target.box}) is partly outside ({target.view.box})")


def pale(seen: Seen) -> Iterator[Finding]:
    """Text that is too like its ground, measured in the picture."""
    for wording in _read(seen):
        ground = _ground(seen, wording)
        if ground is None:
            continue
        worst, least = contrast(wording.colour, ground), _least(wording, ground, seen.unit)
        if worst < least - 0.05:
            colours = f"{_hex(wording.colour)} on {_hex(ground)}"
            yield Finding("pale", _brief(wording.text), f"has {worst:.1f}:1 ({colours}); at least {least:g}:1")


RULES: tuple[Callable[[Seen], Iterator[Finding]], ...] = (
    cut,
    overlapping,
    hidden,
    small,
    crowded,
    nameless,
    outside,
    pale,
)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two sRGB colours (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _least(wording: Wording, ground: Colour, unit: float) -> float:
    coloured = any(max(colour) - min(colour) > 40 for colour in (wording.colour, ground))
    large = wording.size >= (LARGE_BOLD if wording.bold else LARGE) * unit - 0.5
    return CONTRAST_COLOURED if coloured and large else CONTRAST


def _ground(seen: Seen, wording: Wording) -> Colour | None:
    """The colour behind these letters that is the most like them, or None when there is nothing to see."""
    counted = seen.colours(_visible(wording))
    every = counted.total()
    if counted[wording.colour] < every * INK:
        del counted[wording.colour]
    grounds = [colour for colour, pixels in counted.most_common() if pixels >= every * GROUND]
    if grounds:
        paper = grounds[0]
        grounds = [one for one in grounds if counted[one] >= every * EDGES or not _blend(one, paper, wording.colour)]
    return min(grounds, key=lambda colour: contrast(colour, wording.colour), default=None)


def _blend(colour: Colour, one: Colour, other: Colour) -> bool:
    """Whether the colour lies between these two, as the smoothed edges of letters do."""
    if colour == one:
        return False
    widest = max(range(3), key=lambda part: abs(other[part] - one[part]))
    if one[widest] == other[widest]:
        return False
    share = (colour[widest] - one[widest]) / (other[widest] - one[widest])
    expected = [first + share * (second - first) for first, second in zip(one, other, strict=True)]
    return 0 < share < 1 and all(abs(a - b) < 6 for a, b in zip(colour, expected, strict=True))


def _read(seen: Seen) -> list[Wording]:
    """The texts that somebody is meant to read: not those of drawings, under a sheet, or scrolled out of sight."""
    front = _front(seen)
    return [one for one in seen.wordings if one.order >= front and not one.drawn and _in_sight(one)]


def _in_sight(wording: Wording) -> bool:
    view = wording.view
    return bool(_visible(wording)) or not (view.across or view.down or not view.box)


def _reachable(seen: Seen) -> list[Target]:
    front = _front(seen)
    return [one for one in seen.targets if one.order >= front and one.box.meet(one.view.box)]


def _front(seen: Seen) -> int:
    """Where in the order of painting that begins which lies over everything: the last sheet's veil, or the window."""
    return max((order for order, box in seen.covers if box.holds(seen.window)), default=0)


def _covered(seen: Seen, box: Box, below: int, above: int) -> bool:
    low, high = sorted((below, above))
    return any(low < order < high and cover.holds(box) for order, cover in seen.covers)


def _letters(wording: Wording) -> Box:
    """Where ink may be: a line's box has air above and below its letters."""
    air, painted = 0.15 * wording.size, wording.painted
    return Box(painted.x, painted.y + air, painted.width, max(1, painted.height - 2 * air))


def _visible(wording: Wording) -> Box:
    return _letters(wording).meet(wording.view.box)


def _scrolled_past(target: Target) -> bool:
    """Partly out of sight at the edge of what scrolls: there it only comes by, and nobody aims at it."""
    return (target.view.down or target.view.across) and not target.view.box.holds(target.box)


def _one_list(first: Target, second: Target) -> bool:
    """Rows or segments of one list: the same kind of thing, in line."""
    if first.kind != second.kind:
        return False
    if first.kind.endswith(TOUCHING):
        return True
    same_column = abs(first.box.x - second.box.x) < 2 and abs(first.box.width - second.box.width) < 2
    same_row = abs(first.box.y - second.box.y) < 2 and abs(first.box.height - second.box.height) < 2
    return (same_column or same_row) and first.parent == second.parent


def _named(target: Target) -> str:
    return _brief(target.name) or target.kind


def _brief(text: str) -> str:
    line = " ".join(re.sub(r"<[^>]*>", "", text).split())
    return line if len(line) <= 60 else line[:59] + "…"


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
