"""What goes along on a phone: everything, in codes that a phone can read."""

from __future__ import annotations

from kiosk.catalogue.carrying import LINE, ROOM, codes, parts

HEAD = "Mijn lijst van de bibliotheek"


def test_a_short_list_is_one_code() -> None:
    (code,) = codes(HEAD, ["Max Havelaar (Multatuli): Laak, plank MULT"])
    assert (code["first"], code["last"]) == (1, 1)
    assert 21 <= code["size"] <= 90


def test_no_line_is_lost_or_split_and_every_part_fits() -> None:
    lines = [f"Titel {number} (Schrijver): Laak, plank {number}" for number in range(40)]
    found = parts(HEAD, lines)
    assert [line for part in found for line in part] == lines
    assert all(len("\n".join([HEAD, *part]).encode()) <= ROOM for part in found)
    assert len(found) > 1


def test_the_codes_say_which_lines_are_in_them() -> None:
    made = codes(HEAD, [f"Titel {number}: {'x' * 80}" for number in range(12)])
    assert [code["first"] for code in made[1:]] == [code["last"] + 1 for code in made[:-1]]
    assert made[-1]["last"] == 12
    assert all(code["size"] <= 90 for code in made)


def test_a_line_longer_than_a_code_is_shortened() -> None:
    ((line,),) = parts(HEAD, ["woord " * 300])
    assert len(line) <= LINE + 1
    assert line.endswith("…")


def test_letters_of_every_script_fit() -> None:
    made = codes("قائمتي من المكتبة", ["زقاق المدق (نجيب محفوظ): Laak, الرف MAHF"] * 30)
    assert all(code["size"] <= 90 for code in made)


def test_nothing_is_no_code() -> None:
    assert codes(HEAD, []) == []
