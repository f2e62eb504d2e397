"""The house's rules for QML: as Qt's own tools see it, and as look.md wants it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
UI = HOUSE / "ui"
FILES = sorted(UI.rglob("*.qml"))
MODULES = sorted(path.parent for path in UI.rglob("qmldir"))

#: The one place where something has a colour or a size.
THEME = UI / "Kiosk" / "Look" / "Theme.qml"

COLOUR = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']|\bQt\.(rgba|hsla|hsva|color)\(|color:\s*["'](?!transparent)\w+["']""")
SIZE = re.compile(
    r"\b(width|height|implicitWidth|implicitHeight|spacing|rowSpacing|columnSpacing|radius|pixelSize|pointSize|margins"
    r"|leftMargin|rightMargin|topMargin|bottomMargin|padding|leftPadding|rightPadding|topPadding|bottomPadding"
    r"|Layout\.(?:preferred|minimum|maximum)(?:Width|Height)|border\.width|duration)\s*:\s*(\d+(?:\.\d+)?)\s*$"
)
#: What the software renderer cannot draw, and what would bring a style of its own.
FOREIGN = re.compile(
    r"import\s+(QtQuick\.(Controls|Effects|Particles|Dialogs)|Qt5Compat|QtQuick3D)|\b(ShaderEffect|MultiEffect)\b"
)


def relative(path: Path) -> str:
    return str(path.relative_to(UI))


def code(path: Path) -> list[tuple[int, str]]:
    """The lines of a file without its comments, numbered."""
    text = re.sub(r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), path.read_text("utf-8"), flags=re.S)
    return [(number, re.sub(r"(^|\s)//.*", "", line)) for number, line in enumerate(text.splitlines(), 1)]


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where Qt's tools find `Kiosk.Core`."""
    folder = tmp_path_factory.mktemp("qml")
    subprocess.run([sys.executable, HOUSE / "packaging" / "qmltypes", folder], check=True, timeout=120)
    return folder


def test_there_is_something_to_look_at() -> None:
    assert THEME in FILES
    assert len(MODULES) > 5


@pytest.mark.timeout(300)
def test_qmllint_has_nothing_to_say(types: Path) -> None:
    command = [TOOLS / "pyside6-qmllint", "-I", UI, "-I", types, "--max-warnings", "0", *FILES]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=280)
    assert ran.returncode == 0, (ran.stdout + ran.stderr)[-8000:]


@pytest.mark.timeout(300)
def test_every_qml_file_is_formatted(tmp_path: Path) -> None:
    copy = shutil.copytree(UI, tmp_path / "ui")
    formatted = [copy / relative(path) for path in FILES]
    # All at once: to start the tool takes longer than to format a file
    command = [TOOLS / "pyside6-qmlformat", "--ignore-settings", "--inplace", *formatted]
    subprocess.run(command, check=True, capture_output=True, timeout=280)
    pairs = zip(FILES, formatted, strict=True)
    assert [relative(path) for path, new in pairs if new.read_text("utf-8") != path.read_text("utf-8")] == []


@pytest.mark.parametrize("module", MODULES, ids=relative)
def test_a_module_lists_exactly_its_files(module: Path) -> None:
    lines = [line.split() for line in (module / "qmldir").read_text("utf-8").splitlines() if line.strip()]
    assert lines[0] == ["module", ".".join(module.relative_to(UI).parts)]
    listed = [words[-1] for words in lines if words[-1].endswith(".qml")]
    assert sorted(listed) == sorted(path.name for path in module.glob("*.qml"))
    assert all(words[-1] == f"{words[-3]}.qml" for words in lines if words[-1].endswith(".qml"))


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_a_file_lies_in_a_module(path: Path) -> None:
    assert (path.parent / "qmldir").is_file()


@pytest.mark.parametrize("path", [path for path in FILES if path != THEME], ids=relative)
def test_nothing_has_a_colour_of_its_own(path: Path) -> None:
    assert [f"{number}: {line.strip()}" for number, line in code(path) if COLOUR.search(line)] == []


@pytest.mark.parametrize("path", [path for path in FILES if path != THEME], ids=relative)
def test_nothing_has_a_size_of_its_own(path: Path) -> None:
    # 0 is none, 1 is the whole, and a thin line stays thin; everything else would not grow with the text
    sized = [
        (number, line) for number, line in code(path) if (found := SIZE.search(line)) and _too_large(*found.groups())
    ]
    assert [f"{number}: {line.strip()}" for number, line in sized] == []


def _too_large(what: str, size: str) -> bool:
    return float(size) > (3 if what == "border.width" else 1)


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_nothing_needs_a_graphics_card_or_a_foreign_style(path: Path) -> None:
    assert [f"{number}: {line.strip()}" for number, line in code(path) if FOREIGN.search(line)] == []


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_mirroring_is_asked_for_once(path: Path) -> None:
    # LayoutMirroring and layoutDirection cancel each other out
    assert [number for number, line in code(path) if re.search(r"\blayoutDirection\s*:", line)] == []


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_components_say_what_they_need(path: Path) -> None:
    text = path.read_text("utf-8")
    if re.search(r"\b(delegate|Component|sourceComponent)\b", text):
        assert "pragma ComponentBehavior: Bound" in text
