"""The made-up library of the demo could be a real one: its rooms can be drawn, its doors are open when people come."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from kiosk.catalogue import marc
from kiosk.central.fleet.library import Branch, read
from kiosk.paths import RESOURCES
from kiosk.wire import Title

LIBRARY = read(RESOURCES / "demo" / "library.yaml")
SEAT = 68

branches = pytest.mark.parametrize("branch", LIBRARY.branches, ids=lambda branch: branch.id)


def test_there_are_six_branches_and_laak_has_the_desks_of_the_design() -> None:
    assert len(LIBRARY.branches) == 6
    kinds = [desk.kind for desk in LIBRARY.branches[0].desks]
    assert (kinds.count("table"), kinds.count("computer"), kinds.count("room")) == (10, 5, 2)


@branches
def test_desks_stand_on_their_floor_and_not_on_each_other(branch: Branch) -> None:
    floors = {floor.number: floor for floor in branch.floors}
    for desk in branch.desks:
        floor = floors[desk.floor]
        assert SEAT / 2 < desk.x < floor.width - SEAT / 2
        assert SEAT / 2 < desk.y < floor.height - SEAT / 2
    for one, other in combinations(branch.desks, 2):
        assert one.floor != other.floor or hypot(one.x - other.x, one.y - other.y) > SEAT, (one.id, other.id)


@branches
def test_nothing_on_a_floor_reaches_beyond_it(branch: Branch) -> None:
    for floor in branch.floors:
        for piece in floor.pieces:
            assert 0 <= piece.x <= piece.x + piece.width <= floor.width, piece
            assert 0 <= piece.y <= piece.y + piece.height <= floor.height, piece


@branches
def test_activities_take_place_while_the_branch_is_open(branch: Branch) -> None:
    for event in branch.events:
        open_then = [hours for hours in branch.hours if hours.day == event.day]
        assert any(hours.opens <= event.starts and event.ends <= hours.closes for hours in open_then), event.id


def test_every_shelf_has_a_name_in_three_languages_and_something_stands_on_it() -> None:
    files = (RESOURCES / "demo" / "catalogue").glob("*.xml")
    titles = [found for file in files for found in marc.read(file) if isinstance(found, Title)]
    assert len(LIBRARY.themes) == 3
    for theme in LIBRARY.themes:
        wanted = set(theme.subjects)
        fitting = [title for title in titles if wanted & {*title.subjects, *title.genres}]
        assert theme.name.keys() == {"nl", "en", "ar"}
        assert len(fitting) >= 4, theme.id


@branches
def test_every_word_is_there_in_three_languages(branch: Branch) -> None:
    said = [words for event in branch.events for words in (event.title, event.summary, event.place, event.audience)]
    said += [desk.zone for desk in branch.desks]
    said += [piece.label for floor in branch.floors for piece in floor.pieces if piece.label]
    assert all(words.keys() == {"nl", "en", "ar"} for words in said)
