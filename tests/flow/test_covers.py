"""The whole way of a cover: from a folder, over a real server and a real agent, to where the screen reads it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from kiosk.catalogue.covers import picture
from kiosk.wire import Title
from tests.flow.house import House, Kiosk, wait

ISBNS = ("9789021402000", "9780306406157")

RECORD = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">{isbn}</controlfield><datafield tag="020" ind1=" " ind2=" "><subfield code="a">{isbn}</subfield>
</datafield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Titel</subfield></datafield></record>"""


def painted(path: Path, colour: str) -> None:
    image = Image.new("RGB", (800, 1200), colour)
    image.paste("white", (100, 100, 700, 300))
    image.save(path)


def shown(kiosk: Kiosk) -> dict[str, str]:
    """The cover of each title, as the screen would show it; only those that it would."""
    titles = [title for title in kiosk.replica.all("titles") if isinstance(title, Title)]
    found = {title.isbns[0]: picture(kiosk.settings.covers, title.cover) for title in titles}
    return {isbn: address for isbn, address in found.items() if address}


def test_covers_reach_a_kiosk_and_survive_a_killed_agent_and_central(house: House, tmp_path: Path) -> None:
    records = "".join(RECORD.format(isbn=isbn) for isbn in ISBNS)
    (tmp_path / "t.xml").write_text(f'<collection xmlns="http://www.loc.gov/MARC21/slim">{records}</collection>')
    folder = tmp_path / "covers"
    folder.mkdir()
    for isbn, colour in zip(ISBNS, ("green", "navy"), strict=True):
        painted(folder / f"{isbn}.png", colour)
    house.run("kiosk.central.main", "catalogue", "import", str(tmp_path / "t.xml"), "--copies", "demo")
    said = house.run("kiosk.central.main", "catalogue", "covers", "--from", str(folder))
    assert "2 read, 2 added" in said
    house.start_central()
    kiosk = house.kiosks["c1"]
    kiosk.agent.start("before cover:2")
    wait(lambda: kiosk.agent.died("before cover"), "the agent is killed with a cover in its hands")
    wait(lambda: not kiosk.agent.alive(), "it is dead")
    assert len(shown(kiosk)) == 1
    house.central.kill()
    kiosk.agent.start()
    house.start_central()
    wait(lambda: set(shown(kiosk)) == set(ISBNS), "both covers")
    for address in shown(kiosk).values():
        with Image.open(io.BytesIO(Path(address.removeprefix("file://")).read_bytes())) as cover:
            assert (cover.format, cover.size) == ("JPEG", (304, 456))
    # Nobody reads in a log which covers came
    logs = kiosk.agent.log.read_text() + house.central.log.read_text()
    assert not [name for name in (Path(address).stem for address in shown(kiosk).values()) if name in logs]
