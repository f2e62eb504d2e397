"""The house's own rules, as far as a machine can tell."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
SOURCES = sorted((HOUSE / "kiosk").rglob("*.py"))

#: Too many meanings, or none.
BANNED_FILES = {"utils", "util", "misc", "common", "helper", "helpers", "manager", "managers"}
BANNED_NAME = re.compile(r"(?i)(^|_)(utils?|misc|managers?|session)(_|$)|[a-z](Utils?|Manager|Session)$")
#: Names that others gave: Qt's network classes, Django's settings and managers, requests.
GIVEN = {"objects", "Session", "BaseUserManager", "UserManager", "Manager", "SessionMiddleware", "proxy_manager_for"}
GIVEN |= {"SESSION_COOKIE_AGE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SECURE"}

#: What costs a frame when the screen imports it at its start.
HEAVY = ["argon2", "icalendar", "multiprocessing", "polib", "requests", "segno", "tantivy", "yaml"]


def run(*command: str | Path) -> None:
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, (ran.stdout + ran.stderr)[-6000:]


def relative(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def test_ruff_has_nothing_to_say() -> None:
    run(TOOLS / "ruff", "check", "--output-format", "concise", ".")


def test_every_python_file_is_formatted() -> None:
    run(TOOLS / "ruff", "format", "--diff", ".")


@pytest.mark.timeout(300)
def test_types_hold() -> None:
    run(TOOLS / "mypy")


def test_the_arrows_hold() -> None:
    run(TOOLS / "lint-imports", "--no-cache")


def test_the_shell_scripts_are_well_formed() -> None:
    for script in [HOUSE / ".ci" / "run", *_shell_scripts(HOUSE / "packaging")]:
        first = script.read_text("utf-8").splitlines()[0]
        run("bash" if "bash" in first else "sh", "-n", script)


def _shell_scripts(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".png", ".txt", ".in"}]
    return [path for path in files if re.match(rb"#!.*sh\b", path.read_bytes()[:40])]


@pytest.mark.parametrize("source", SOURCES, ids=relative)
def test_no_file_is_named_for_nothing(source: Path) -> None:
    assert not BANNED_FILES & {source.stem, source.parent.name}


@pytest.mark.parametrize("source", SOURCES, ids=relative)
def test_no_name_says_nothing(source: Path) -> None:
    made = {name for name in _made(ast.parse(source.read_text("utf-8"))) if BANNED_NAME.search(name)}
    assert made - GIVEN == set()


def _made(tree: ast.AST) -> set[str]:
    """The names that a module gives to things."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()):
                names.add(name)
    return names


@pytest.mark.parametrize("source", SOURCES, ids=relative)
def test_nothing_is_left_for_later(source: Path) -> None:
    assert not re.search(
        r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError\(|simplified for now", source.read_text("utf-8")
    )


@pytest.mark.parametrize("package", [path for path in SOURCES if path.name == "__init__.py"], ids=relative)
def test_every_package_says_what_it_is(package: Path) -> None:
    if package.parent.name != "migrations":
        assert ast.get_docstring(ast.parse(package.read_text("utf-8")))


def test_the_screen_starts_without_what_is_heavy() -> None:
    program = f"import sys; import kiosk.screen.app; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, timeout=60)
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")


def test_no_requirement_names_where_it_comes_from() -> None:
    for pinned in sorted((HOUSE / "packaging" / "requirements").glob("*.txt")):
        lines = pinned.read_text("utf-8").splitlines()
        assert [line for line in lines if "://" in line or line.startswith("--")] == []
        assert all("==" in line for line in lines if re.match(r"[a-z]", line))


def test_requirements_are_pinned_for_all_that_is_asked() -> None:
    asked = (HOUSE / "pyproject.toml").read_text("utf-8")
    names = {name.lower() for name in re.findall(r'^ +"([A-Za-z][\w-]+)', asked.split("[project.scripts]")[0], re.M)}
    pinned = set(re.findall(r"^([a-z][\w-]+)==", (HOUSE / "packaging/requirements/test.txt").read_text("utf-8"), re.M))
    assert names
    assert {name for name in names if not name.startswith("wegwijs")} <= pinned
