"""Where a tour goes, and a visit.

A tour sees every screen in every state, on a library that stands still; a visit does in a minute what a visitor does,
and ends well only when central has confirmed it.
"""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt

from kiosk.demo.house import House
from kiosk.screen.visitor import Missing, Visitor
from kiosk.wire import Ask

#: What fits nothing in the library, and what fits something.
NOWHERE, SOMEWHERE = "qqqq zzzz", "havelar"


def everything(one: Visitor, house: House) -> None:
    """Stop by stop. What is missing at one stop is found, and the walk goes on with the next."""
    one.wait("the library", lambda: one.link.status.online and bool(one.get("workspaces", "branchName")), 60)
    one.wait("the catalogue", lambda: one.get("catalogue", "state") == "", 60)
    one.picture("start")
    one.come()
    for stop in (_home, _sheets, _catalogue, _lessons, _desks, _events, partial(_help, house=house), _notice, _receipt):
        one.stop(stop)
    one.stop(partial(_staff, house=house))
    house.stop_central()
    one.stop(_alone)
    one.stop(partial(_lost, house=house))


def _home(one: Visitor) -> None:
    one.picture("home")


def _sheets(one: Visitor) -> None:
    for part in ("language", "display", ""):
        one.settings(part)
        one.picture(f"home-{part or 'settings'}")
        one.press(Qt.Key.Key_Escape)


def _catalogue(one: Visitor) -> None:
    one.open("search")
    one.picture("search")
    one.type(NOWHERE)
    one.wait("that nothing is found", lambda: one.get("catalogue", "typed") == NOWHERE)
    one.picture("search-nothing")
    _empty_line(one, NOWHERE)
    one.type(SOMEWHERE)
    one.wait("titles", lambda: one.get("catalogue", "typed") == SOMEWHERE and bool(one.rows("catalogue", "results")))
    one.picture("search-found")
    found = [row["titleId"] for row in one.rows("catalogue", "results")]
    one.area("catalogue").choose("kind", "film")
    one.wait("films alone", lambda: one.get("catalogue", "filtered") and not one.get("catalogue", "busy"))
    one.picture("search-chosen")
    one.area("catalogue").setProperty("text", "havelaar")
    one.area("catalogue").choose("language", "ara")
    one.wait("that no film is Arabic", lambda: bool(one.rows("catalogue", "ways")))
    one.picture("search-loosen")
    one.area("catalogue").dropAll()
    one.open("title", titleId=found[0])
    one.picture("title")
    one.press(Qt.Key.Key_End)
    one.picture("title-below")
    one.press(Qt.Key.Key_Tab)
    one.press(Qt.Key.Key_Return)
    one.picture("title-phone")
    one.press(Qt.Key.Key_Escape)
    _shortlist(one, found)
    one.home()


def _shortlist(one: Visitor, titles: list[str]) -> None:
    one.open("shortlist")
    one.picture("shortlist-empty")
    for title in titles:
        one.get("catalogue", "shortlist").add(title)
    one.picture("shortlist")


def _empty_line(one: Visitor, text: str) -> None:
    for _ in text:
        one.press(Qt.Key.Key_Backspace)


def _lessons(one: Visitor) -> None:
    one.open("lessons")
    one.picture("lessons")
    seen: set[str] = set()
    for lesson in _every_lesson(one):
        _lesson(one, lesson, seen)
    one.home()


def _every_lesson(one: Visitor) -> list[str]:
    return [lesson["lesson"] for track in one.rows("lessons", "tracks") for lesson in track["lessons"].rows()]


def _lesson(one: Visitor, lesson: str, seen: set[str]) -> None:
    """Through it step by step; a picture of each kind of step that was not seen before, and of one end."""
    one.open("lesson", lesson=lesson)
    player = one.get("lessons", "player")
    one.wait(f"the lesson {lesson}", lambda: player.kind != "")
    for _ in range(player.count):
        if player.kind not in seen:
            seen.add(player.kind)
            one.picture(f"lesson-{player.kind}")
        player.skip()
        one.rest()
    if "end" not in seen:
        seen.add("end")
        one.picture("lesson-end")
    one.back()


def _desk(one: Visitor, stands: str) -> str:
    """The first desk that stands so."""
    for row in one.rows("workspaces", "desks"):
        if row["stands"] == stands:
            return str(row["deskId"])
    raise Missing(f"There is no desk that is {stands}", "", "Begin anew: wegwijs demo --fresh.")


def _desks(one: Visitor) -> None:
    free, taken = _desk(one, "free"), _desk(one, "taken")
    one.open("desks")
    one.picture("desks")
    one.area("workspaces").choose(free)
    one.picture("desks-chosen")
    one.area("workspaces").claim(taken)
    one.picture("desks-refused")
    one.area("workspaces").claim(free)
    one.wait("the desk", lambda: one.get("workspaces", "mineState") == "held")
    one.picture("desks-mine")
    one.home()
    one.picture("home-with-desk")
    one.area("workspaces").leave()
    one.wait("that the desk is given back", lambda: one.get("workspaces", "mineState") == "")


def _events(one: Visitor) -> None:
    one.open("events")
    one.picture("events")
    one.open("event", eventId=one.rows("events", "soon")[0]["eventId"])
    one.picture("event")
    one.home()


def _help(one: Visitor, house: House) -> None:
    one.open("help")
    one.picture("help")
    one.area("guided").ask("help")
    one.wait("that volunteers see it", lambda: one.get("guided", "state") == "open")
    one.picture("help-open")
    house.volunteer_comes()
    one.wait("a volunteer", lambda: one.get("guided", "state") == "coming")
    one.picture("help-coming")
    one.home()
    one.picture("home-help-comes")
    one.area("guided").withdraw()


def _notice(one: Visitor) -> None:
    # As after a minute and a half without a touch
    one.area("turn")._ask()
    one.picture("idle")
    one.area("turn").stay()


def _receipt(one: Visitor) -> None:
    one.area("turn").end("done")
    one.wait("that all is wiped", lambda: one.get("turn", "wipe") == "done")
    one.picture("end")
    one.area("turn").clear()


def _staff(one: Visitor, house: House) -> None:
    one.press(Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    one.picture("staff-pin")
    one.area("staff").enter("000000" if house.pin != "000000" else "111111")
    one.wait("that the PIN is wrong", lambda: one.get("staff", "wrong"))
    one.picture("staff-wrong")
    one.wait("another try", lambda: one.get("staff", "wait") == 0, 60)
    one.area("staff").enter(house.pin)
    one.wait("the staff's screen", lambda: one.get("staff", "inside"))
    one.picture("staff")
    # As after a fault of a program: a question for help from a seat with an impossible name
    one.link.keep(Ask(id=str(uuid4()), seat="x" * 200, screen="home"))
    one.wait("that central refuses it", lambda: one.get("staff", "quarantined") > 0, 60)
    one.picture("staff-refused")
    one.press(Qt.Key.Key_Escape)


def _alone(one: Visitor) -> None:
    """Central is gone, and the kiosk goes on."""
    one.wait("that the kiosk is alone", lambda: not one.link.status.online, 60)
    one.picture("start-offline")
    one.come()
    one.picture("home-offline")
    one.open("search")
    one.picture("search-offline")
    one.open("desks")
    one.picture("desks-offline")
    free = _desk(one, "free")
    one.area("workspaces").claim(free)
    one.wait("a provisional desk", lambda: one.get("workspaces", "mineState") == "provisional")
    one.picture("desks-provisional")
    one.open("help")
    one.area("guided").ask("help")
    one.wait("that nobody may have heard", lambda: one.get("guided", "unheard"))
    one.picture("help-unheard")


def _lost(one: Visitor, house: House) -> None:
    """Central is back, and the desk is somebody else's."""
    house.somebody_sits_at(str(one.get("workspaces", "mine")["deskId"]))
    house.start_central()
    one.wait("that the desk is lost", lambda: one.get("workspaces", "mineState") == "conflict", 60)
    one.picture("help-desk-lost")
    one.press(Qt.Key.Key_Escape)
    one.open("desks")
    one.picture("desks-lost")


def newly_placed(one: Visitor) -> None:
    """A kiosk that has never heard of a library."""
    one.picture("new-start")
    one.come()
    for screen in ("home", "search", "lessons", "desks", "events", "help"):
        one.open(screen)
        one.picture(f"new-{screen}")


def visit(one: Visitor) -> None:
    """Search, practise, take a desk and give it back, go."""
    one.wait("the agent", lambda: one.link.status.online, 60)
    one.wait("the catalogue", lambda: one.get("catalogue", "state") == "", 60)
    one.picture("start")
    one.come()
    one.picture("home")
    one.open("search")
    one.type(SOMEWHERE)
    one.wait("titles", lambda: one.get("catalogue", "typed") == SOMEWHERE and bool(one.rows("catalogue", "results")))
    one.picture("search")
    one.home()
    one.open("lesson", lesson=_every_lesson(one)[0])
    one.picture("lesson")
    one.home()
    _take_a_desk(one)
    one.area("turn").end("done")
    one.wait("that all is wiped", lambda: one.get("turn", "wipe") == "done")
    one.picture("end")


def _take_a_desk(one: Visitor) -> None:
    one.open("desks")
    free = _desk(one, "free")
    one.area("workspaces").claim(free)
    one.wait("central's word that the desk is taken", lambda: one.get("workspaces", "mineState") == "held")
    one.picture("desk")
    one.area("workspaces").leave()
    one.wait("central's word that it is free again", lambda: one.get("workspaces", "mineState") == "")
