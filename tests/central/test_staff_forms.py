"""What staff fill in, what they see of it beforehand, and what comes of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from kiosk.central.events.models import Event
from kiosk.central.fleet.days import days
from kiosk.central.fleet.models import Floor, Hours, Kiosk, OtherHours, Piece
from kiosk.central.fleet.plan import Spot, drawn
from kiosk.central.workspaces.models import Desk
from kiosk.clock import here
from tests.central.made_up import FakeKiosk, desk
from tests.central.people import ROWS, browser, event, floor, hours, visit
from tests.library import set_clock


@pytest.fixture(autouse=True)
def _wednesday_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch)


@pytest.fixture
def web() -> Client:
    """The browser of somebody of branch staff in Laak."""
    return browser("staff")


def table(prefix: str, *rows: dict[str, Any], kept: int = 0) -> dict[str, str]:
    """The rows of a table in a page, as a browser sends them."""
    form = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": str(kept)}
    return form | {f"{prefix}-{n}-{name}": str(value) for n, row in enumerate(rows) for name, value in row.items()}


# Hours


def test_the_week_is_a_table_with_the_hours_that_hold(web: Client) -> None:
    hours()
    page = web.get("/beheer/fleet/branch/laak/change/").content.decode()
    assert re.search(r'name="week_0" value="10:00"[^>]*aria-label="Maandag open"', page)
    assert re.search(r'name="week_1" value="17:00"[^>]*aria-label="Maandag sluit"', page)


def test_a_day_has_two_periods_and_one_without_times_is_closed(web: Client) -> None:
    kiosk = FakeKiosk()
    week = {"week_4": "10:00", "week_5": "12:30", "week_6": "13:30", "week_7": "18:00"}
    assert web.post("/beheer/fleet/branch/laak/change/", {**week, **table("other_hours")}).status_code == 302
    found = [(one.day, one.opens, one.closes) for one in kiosk.records("branches")["laak"].hours]
    assert found == [(1, "10:00", "12:30"), (1, "13:30", "18:00")]


def test_a_week_that_did_not_change_is_not_published_anew(web: Client) -> None:
    hours()
    before = list(Hours.objects.values_list("pk", flat=True))
    week = {"week_0": "10:00", "week_1": "17:00"}
    assert web.post("/beheer/fleet/branch/laak/change/", {**week, **table("other_hours")}).status_code == 302
    assert list(Hours.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ({"week_0": "10:00"}, "maandag: vul beide tijden in"),
        ({"week_0": "18:00", "week_1": "10:00"}, "maandag: elke tijd moet later"),
        ({"week_4": "10:00", "week_5": "14:00", "week_6": "13:00", "week_7": "18:00"}, "dinsdag: elke tijd moet later"),
        ({"week_0": "25:00", "week_1": "26:00"}, "tijd"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_the_day(web: Client, week: dict[str, str], said: str) -> None:
    hours()
    page = web.post("/beheer/fleet/branch/laak/change/", {**week, **table("other_hours")})
    assert said in page.content.decode()
    assert Hours.objects.get().opens == time(10)


def test_a_day_with_more_periods_than_fit_keeps_them(web: Client) -> None:
    row = hours()
    for start in (18, 20):
        Hours.objects.create(branch=row, day=0, opens=time(start), closes=time(start + 1))
    page = web.post("/beheer/fleet/branch/laak/change/", {"week_0": "09:00", "week_1": "10:00", **table("other_hours")})
    assert page.status_code == 302
    assert Hours.objects.count() == 3


def test_what_visitors_read_is_shown_day_by_day_while_one_types(web: Client) -> None:
    hours()
    feast = {"date": "2026-12-25", "reason_0": "Eerste kerstdag", "reason_1": "Christmas Day"}
    form = {"week_8": "10:00", "week_9": "18:00", **table("other_hours", feast)}
    page = web.post("/beheer/fleet/branch/laak/preview/", form).content.decode()
    today = page[: page.index("</li>")]
    assert "Vandaag" in today
    assert "woensdag 18 november" in today
    assert "10.00 – 18.00" in today
    later = page[page.index("25 december") :]
    assert "gesloten" in later
    assert "Christmas Day" in later
    assert "Eerste kerstdag <em>(العربية)</em>" in later
    assert not OtherHours.objects.exists()
    assert Hours.objects.get().day == 0


def test_a_day_that_differs_goes_before_the_week() -> None:
    feast = OtherHours(date=date(2026, 11, 20), opens=time(12), closes=time(14), reason={"nl": "Feest"})
    shown = {day.date: day for day in days({4: [(time(10), time(18))]}, [feast], date(2026, 11, 18))}
    assert shown[date(2026, 11, 20)].periods == ["12.00 – 14.00"]
    assert shown[date(2026, 11, 20)].other
    assert shown[date(2026, 11, 19)].periods == []


# Plans


def test_a_plan_is_drawn_from_every_kind_of_piece_and_its_words_are_harmless() -> None:
    row = floor()
    kinds = [what for what, _name in Piece._meta.get_field("what").choices or []]
    pieces = [
        Piece(what=what, x=1, y=2, width=60, height=30, radius=0, path="M1 2L3 4", label={"nl": "<b>&"})
        for what in kinds
    ]
    svg = drawn(row, pieces, [Spot(5, 6, "Tafel <1>", mine=True)], [f"pieces-{place}" for place in range(len(kinds))])
    assert svg.count("data-piece=") == len(kinds)
    assert 'role="img" aria-label="Plattegrond: Vloer laak"' in svg
    assert "<b>" not in svg
    assert "Tafel &lt;1&gt;" in svg
    assert " style=" not in svg


def test_what_has_no_words_on_the_plan_is_told_in_the_readers_language(web: Client) -> None:
    row = floor()
    Piece.objects.create(floor=row, what="shelf", x=1, y=1, width=90, height=30)
    assert "<title>kast</title>" in web.get(f"/beheer/fleet/floor/{row.pk}/change/").content.decode()


def test_the_place_of_a_desk_is_marked_on_its_plan_and_follows_the_numbers(web: Client) -> None:
    floor()
    desk("laak-t4", x=300, y=200)
    desk("laak-t5", x=400, y=200)
    page = web.get("/beheer/workspaces/desk/laak-t4/change/").content.decode()
    assert 'class="spot mine" transform="translate(300.0 200.0)"' in page
    form = {"name": "T4", "kind": "table", "floor": "0", "x": "555", "y": "111", "minutes": "0"}
    page = web.post("/beheer/workspaces/desk/laak-t4/preview/", form).content.decode()
    assert 'class="spot mine" transform="translate(555.0 111.0)"' in page
    assert page.count('class="spot"') == 1
    assert "buiten de plattegrond" not in page
    page = web.post("/beheer/workspaces/desk/laak-t4/preview/", {**form, "x": "5000"}).content.decode()
    assert "buiten de plattegrond" in page


def test_a_desk_is_put_on_a_floor_that_is_there(web: Client) -> None:
    floor()
    desk("laak-t4")
    form = {"name": "T4", "kind": "table", "floor": "7", "x": "1", "y": "1", "minutes": "0"}
    assert "geldige keuze" in web.post("/beheer/workspaces/desk/laak-t4/change/", form).content.decode()


def piece(**values: Any) -> dict[str, Any]:
    return {"what": "table", "x": 10, "y": 20, "width": 100, "height": 50, "radius": 0, **values}


def floor_form(*pieces: dict[str, Any], **values: str) -> dict[str, str]:
    return {"number": "0", "name_0": "Begane grond", "width": "800", "height": "400", **values} | table(
        "pieces", *pieces
    )


def test_a_floor_is_made_without_a_path_and_so_is_a_wall(web: Client) -> None:
    kiosk = FakeKiosk()
    wall = piece(what="wall", x=100, y=50, width=0, height=200)
    assert web.post("/beheer/fleet/floor/add/", floor_form(piece(), wall)).status_code == 302
    (made,) = kiosk.records("branches")["laak"].floors
    assert made.ground == made.walls == "M4 4H796V396H4Z"
    assert [one.path for one in made.pieces] == ["", "M100 50L100 250"]


def test_the_outline_follows_the_measures_unless_it_was_drawn(web: Client) -> None:
    web.post("/beheer/fleet/floor/add/", floor_form())
    row = Floor.objects.get()
    web.post(f"/beheer/fleet/floor/{row.pk}/change/", floor_form(width="900"))
    row.refresh_from_db()
    assert row.ground == "M4 4H896V396H4Z"
    web.post(f"/beheer/fleet/floor/{row.pk}/change/", floor_form(ground="M0 0L9 9Z", walls="M0 0L9 9"))
    web.post(f"/beheer/fleet/floor/{row.pk}/change/", floor_form(ground="M0 0L9 9Z", walls="M0 0L9 9", width="700"))
    row.refresh_from_db()
    assert (row.ground, row.walls, row.width) == ("M0 0L9 9Z", "M0 0L9 9", 700)


def test_a_wall_from_a_file_keeps_the_way_it_runs(web: Client) -> None:
    row = floor()
    wall = Piece.objects.create(floor=row, what="wall", x=0, y=0, path="M1 1H50V90")
    sent = piece(id=wall.pk, floor=row.pk, what="wall", x=0, y=0, width=0, height=0)
    table_now = Piece.objects.get(what="table")
    other = piece(id=table_now.pk, floor=row.pk)
    form = floor_form() | table("pieces", other, sent, kept=2)
    assert web.post(f"/beheer/fleet/floor/{row.pk}/change/", form).status_code == 302
    wall.refresh_from_db()
    assert wall.path == "M1 1H50V90"


@pytest.mark.parametrize(
    ("pieces", "values", "said"),
    [
        ([piece(width=0)], {}, "hoe breed en hoe hoog"),
        ([piece(what="wall", width=0, height=0)], {}, "Een muur heeft een breedte nodig"),
        ([], {"ground": "M0 0<script>"}, "geen pad van een SVG"),
        ([], {"width": "1"}, "tussen 50 en 10.000"),
        ([], {"width": "nan"}, "getal"),
    ],
)
def test_a_plan_that_cannot_be_drawn_is_refused_in_dutch(
    web: Client, pieces: list[Any], values: dict[str, str], said: str
) -> None:
    page = web.post("/beheer/fleet/floor/add/", floor_form(*pieces, **values))
    assert said in page.content.decode()
    assert not Floor.objects.exists()


def test_a_second_floor_with_the_same_number_is_refused(web: Client) -> None:
    floor()
    page = web.post("/beheer/fleet/floor/add/", floor_form())
    assert "al een verdieping met dat nummer" in page.content.decode()


def test_a_floor_keeps_the_number_by_which_desks_and_copies_name_it(web: Client) -> None:
    row = floor(number=1)
    page = web.get(f"/beheer/fleet/floor/{row.pk}/change/").content.decode()
    assert 'name="number"' not in page
    assert web.post(f"/beheer/fleet/floor/{row.pk}/change/", floor_form(number="7")).status_code == 302
    row.refresh_from_db()
    assert (row.number, row.width) == (1, 800)
    assert 'name="number"' in web.get("/beheer/fleet/floor/add/").content.decode()


def test_a_floor_is_seen_while_it_is_half_filled_in(web: Client) -> None:
    page = web.post("/beheer/fleet/floor/preview/", floor_form(piece(), piece(x=""), piece(what=""), name_0="")).content
    assert page.decode().count("data-piece=") == 1
    assert not Floor.objects.exists()


def test_what_is_taken_away_is_gone_from_the_picture_at_once(web: Client) -> None:
    row = floor()
    known = piece(id=Piece.objects.get().pk, floor=row.pk, DELETE="on")
    form = floor_form() | table("pieces", known, kept=1)
    assert b"data-piece=" not in web.post(f"/beheer/fleet/floor/{row.pk}/preview/", form).content
    assert Piece.objects.exists()


# Activities


def event_form(**values: str) -> dict[str, str]:
    day = {"starts_0": "2026-12-01", "starts_1": "14:00", "ends_0": "2026-12-01", "ends_1": "15:00"}
    return {"branch": "laak", "title_0": "Taalcafé", "theme": "language", **day, **values}


def test_an_activity_is_seen_in_each_language_and_what_lacks_is_said(web: Client) -> None:
    page = web.post(
        "/beheer/events/event/preview/", event_form(title_1="Language café", place_0="Zaal")
    ).content.decode()
    assert "14.00" in page
    assert "Language café" in page
    assert "In het Engels ontbreekt: plaats." in page
    assert "In het Arabisch ontbreekt: titel, plaats." in page
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "values", [{"starts_1": ""}, {"title_0": ""}, {"branch": ""}, {"theme": "x"}, {"title_3": "["}]
)
def test_an_activity_is_seen_while_it_is_half_filled_in(web: Client, values: dict[str, str]) -> None:
    assert web.post("/beheer/events/event/preview/", event_form(**values)).status_code == 200


def test_a_copy_is_at_the_same_time_a_week_later_also_when_the_clock_changes(web: Client) -> None:
    row = event(theme="language", languages=["nl"], summary={"nl": "Kom erbij"})
    row.starts = row.starts.replace(year=2027, month=3, day=24, hour=14, minute=0)
    row.ends = row.starts.replace(hour=15)
    row.plan = "library"
    row.save()
    web.post(f"/beheer/events/event/{row.pk}/copy/")
    made = Event.objects.exclude(pk=row.pk).get()
    assert (here(made.starts).day, here(made.starts).hour) == (31, here(row.starts).hour)
    assert made.starts.hour == row.starts.hour - 1
    assert (made.title, made.summary, made.languages, made.plan) == (row.title, row.summary, ["nl"], "")


def test_a_second_copy_is_not_made(web: Client) -> None:
    row = event()
    web.post(f"/beheer/events/event/{row.pk}/copy/")
    page = web.post(f"/beheer/events/event/{row.pk}/copy/", follow=True).content.decode()
    assert "stond er al" in page
    assert Event.objects.count() == 2


def test_many_are_copied_at_once_and_what_was_called_off_goes_on(web: Client) -> None:
    rows = [event(cancelled=True), event()]
    rows[1].title = {"nl": "Anders"}
    rows[1].save()
    form = {"action": "copy_all", "_selected_action": [row.pk for row in rows]}
    assert web.post("/beheer/events/event/", form).status_code == 302
    assert Event.objects.count() == 4
    assert not Event.objects.exclude(pk__in=[row.pk for row in rows]).filter(cancelled=True).exists()


def test_the_list_begins_today_and_shows_what_is_over_to_who_asks(web: Client) -> None:
    row = event()
    row.starts, row.ends = (moment.replace(year=2025) for moment in (row.starts, row.ends))
    row.title = {"nl": "Lang geleden"}
    row.save()
    assert "Lang geleden" not in web.get("/beheer/events/event/").content.decode()
    assert "Lang geleden" in web.get("/beheer/events/event/?when=all").content.decode()


def test_the_list_tells_the_last_day_of_what_takes_several(web: Client) -> None:
    row = event()
    row.starts = datetime(2026, 11, 20, 13, tzinfo=UTC)
    for day, said in ((20, "Vr 20 nov, 14.00 – 16.30"), (22, "Vr 20 nov, 14.00 – Zo 22 nov, 16.30")):
        row.ends = datetime(2026, 11, day, 15, 30, tzinfo=UTC)
        row.save()
        assert f">{said}<".lower() in web.get("/beheer/events/event/").content.decode().lower()


# All forms


def test_who_lets_a_computer_in_is_not_offered_to_stay_there(web: Client) -> None:
    row = ROWS["sync.waiting"]()
    page = web.get(f"/beheer/sync/waiting/{row.pk}/change/").content.decode()
    assert 'name="_save"' in page
    assert 'name="_continue"' not in page


@pytest.mark.parametrize("of", ROWS)
def test_every_field_has_help_in_plain_words(of: str) -> None:
    page = next(page for model, page in admin.site._registry.items() if model._meta.label_lower == of)
    row, request = ROWS[of](), browser().get("/beheer/").wsgi_request
    form = page.get_form(request, row, change=True)(instance=row)
    without = [name for name, field in form.fields.items() if not field.help_text]
    for formset, _inline in page.get_formsets_with_inlines(request, row):
        fields = formset(instance=row).empty_form.fields
        without += [name for name, field in fields.items() if not field.help_text and not _hidden(name, field)]
    assert without == []
    assert not any("JSON" in str(field.help_text) for field in form.fields.values())


def _hidden(name: str, field: Any) -> bool:
    return name in ("id", "DELETE") or field.widget.is_hidden or type(field).__name__ == "InlineForeignKeyField"


def test_no_form_shows_what_only_machines_read() -> None:
    row = event(languages=["nl"])
    page = browser().get(f"/beheer/events/event/{row.pk}/change/").content.decode()
    shown = re.sub(r'<input type="hidden"[^>]*>', "", page)
    assert not re.search(r"[{\[]&quot;|\{\"", shown)


def test_what_still_has_visits_is_not_deleted_and_the_page_says_why(web: Client) -> None:
    seat = visit().desk
    page = web.get(f"/beheer/workspaces/desk/{seat.pk}/delete/").content.decode()
    assert "nu niet te verwijderen" in page
    assert "bezoek" in page
    web.post(f"/beheer/workspaces/desk/{seat.pk}/delete/", {"post": "yes"})
    seat.refresh_from_db()
    assert "nu niet te verwijderen" in browser().get("/beheer/fleet/branch/laak/delete/").content.decode()
    seat = desk("laak-leeg")
    assert "Ja, verwijderen" in web.get(f"/beheer/workspaces/desk/{seat.pk}/delete/").content.decode()


def _left(seat: Desk) -> None:
    for row in seat.visits.all():
        row.since, row.until = row.since - timedelta(hours=9), row.since - timedelta(hours=8)
        row.save()


@pytest.mark.parametrize("role", ["staff", "central"])
def test_a_desk_goes_with_its_visits_when_nobody_sits_there_any_more(role: str) -> None:
    seat, kiosk = visit().desk, FakeKiosk()
    _left(seat)
    page = browser(role).get(f"/beheer/workspaces/desk/{seat.pk}/delete/").content.decode()
    assert "Ja, verwijderen" in page
    assert "1 × bezoeken" in page
    before = kiosk.head("visits")
    browser(role).post(f"/beheer/workspaces/desk/{seat.pk}/delete/", {"post": "yes"})
    assert not Desk.objects.filter(pk=seat.pk).exists()
    assert [change.deleted for change in kiosk.changes("visits", before).values()] == [True]


def test_a_branch_goes_with_its_desks_and_their_visits() -> None:
    seat = visit("escamp").desk
    _left(seat)
    Kiosk.objects.all().delete()
    browser().post("/beheer/fleet/branch/escamp/delete/", {"post": "yes"})
    assert not Desk.objects.filter(pk=seat.pk).exists()


def test_visits_are_named_by_the_clock_of_the_branch_and_desks_by_their_names(web: Client) -> None:
    row, offered = visit(), desk("laak-t8")
    row.since, row.other = row.since.replace(hour=13, minute=5), offered.pk
    row.save()
    assert str(row) == "Laak-V1 14.05"
    for address in ("", f"{row.pk}/change/"):
        page = web.get(f"/beheer/workspaces/visit/{address}").content.decode()
        assert "Laak-T8" in page
        assert ">laak-t8<" not in page


def test_several_are_named_before_they_are_deleted(web: Client) -> None:
    rows = [event(), event()]
    form = {"action": "delete_selected", "_selected_action": [row.pk for row in rows]}
    page = web.post("/beheer/events/event/", form).content.decode()
    assert page.count("<li>Taalcafé laak</li>") == 2
    assert web.post("/beheer/events/event/", {**form, "post": "yes"}).status_code == 302
    assert not Event.objects.exists()
