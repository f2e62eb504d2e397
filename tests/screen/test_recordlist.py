"""The list model keeps views steady while its rows change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from kiosk.screen.recordlist import RecordList, SteadyList


def _shown(model: RecordList) -> list[str]:
    return [model.data(model.index(place), int(Qt.ItemDataRole.UserRole) + 1) for place in range(model.rowCount())]


def _rows(*names: str) -> list[dict[str, str]]:
    return [{"name": name} for name in names]


def test_qt_itself_finds_the_model_sound(qtmodeltester):
    model = RecordList(["name", "branch"])
    model.show([{"name": "Tafel 4", "branch": "laak"}, {"name": "Tafel 5", "branch": "laak"}])
    qtmodeltester.check(model, force_py=False)
    model.show(_rows("Kamer Zee"))
    qtmodeltester.check(model, force_py=False)


def test_roles_are_the_fields_in_their_order():
    roles = RecordList(["callNumber", "shelf"]).roleNames()
    assert [bytes(name.data()).decode() for _, name in sorted(roles.items())] == ["callNumber", "shelf"]


def test_a_row_that_stays_is_not_told_as_changed(qtbot):
    model = RecordList(["name"])
    model.show(_rows("een", "twee", "drie"))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.show(_rows("een", "andere", "drie"))
    assert changed == [1]


def test_count_is_told_only_when_it_differs(qtbot):
    model = RecordList(["name"])
    with qtbot.waitSignal(model.countChanged):
        model.show(_rows("een"))
    with qtbot.assertNotEmitted(model.countChanged):
        model.show(_rows("twee"))


@given(st.lists(st.lists(st.text(max_size=3), max_size=6), max_size=5))
def test_what_was_shown_last_is_what_is_there(lists):
    model = RecordList(["name"])
    for names in lists:
        model.show(_rows(*names))
        assert _shown(model) == names
        assert model.property("count") == len(names)


@pytest.mark.parametrize("place", [-1, 1, 99])
def test_a_row_that_is_not_there_has_no_data(place):
    model = RecordList(["name"])
    model.show(_rows("een"))
    assert model.data(model.index(place), int(Qt.ItemDataRole.UserRole) + 1) is None
    assert model.data(QModelIndex(), int(Qt.ItemDataRole.UserRole) + 1) is None


def test_a_steady_list_uses_rows_again(qtmodeltester, qtbot):
    model = SteadyList(["name"])
    told: list[str] = []
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.countChanged.connect(lambda: told.append(f"{model.count}"))
    for names in (("een", "twee", "drie"), ("een",), ("vier", "vijf")):
        model.show(_rows(*names))
        assert model.rows() == _rows(*names)
        qtmodeltester.check(model, force_py=False)
    assert told == ["inserted", "3", "1", "2"]
    assert (model.rowCount(), _shown(model)[:2]) == (3, ["vier", "vijf"])
    blank = int(Qt.ItemDataRole.UserRole) + 2
    assert [model.data(model.index(place), blank) for place in range(3)] == [False, False, True]


def test_a_steady_list_forgets_what_its_blank_rows_said(qtbot):
    model = SteadyList(["name"])
    model.show(_rows("een", "twee"))
    model.show([])
    model.forget()
    assert (model.rowCount(), model.count, _shown(model)) == (0, 0, [])
