"""Reading the two file formats of a lesson, from people who make mistakes and from whoever made a file to harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from kiosk.errors import BadInput

#: Bytes; a long lesson of ours has 20,000.
LARGEST = 200_000

#: Lists in maps in lists: a lesson needs seven.
DEEPEST = 12

T = TypeVar("T", dict, list)


def read_yaml(file: Path, kind: type[T]) -> T:
    """The map or list in a YAML file; `BadInput` for anything else, for aliases (small files that unfold to huge ones)
    and for a key that is there twice (YAML 1.2, 3.2.1.3)."""
    import yaml

    text = _read(file)
    try:
        _check_cost(text)
        data = yaml.load(text, Loader=_careful())
    except (yaml.YAMLError, ValueError) as error:
        raise BadInput(f"This is not YAML: {_line(error)}", f"{file}: {_place(error)}", "Mend that line.") from error
    if not isinstance(data, kind):
        raise BadInput(f"Expected a {kind.__name__}", f"{file}: $", "Compare it with another lesson.")
    return data


def read_po(file: Path) -> dict[str, tuple[str, str]]:
    """The finished entries of a gettext file: by msgctxt, the Dutch and its translation."""
    import polib

    text = _read(file)
    try:
        entries = polib.pofile(text)
    except (OSError, ValueError, IndexError) as error:
        raise BadInput(f"This is not a gettext file: {error}", str(file), "Save it anew with a PO editor.") from error
    return {entry.msgctxt: (entry.msgid, entry.msgstr) for entry in entries if entry.msgctxt and entry.translated()}


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise BadInput(f"The file is larger than {LARGEST} bytes", str(file), "Split the lesson.")
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The file cannot be read: {error}", str(file), "Save it as UTF-8.") from error


def _check_cost(text: str) -> None:
    """Refuse what would cost much before anything is built from it."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _error("aliases are not read here", event)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _error("too many levels", event)


def _careful() -> Any:
    """A loader that refuses a key that is there twice; YAML's own takes the last."""
    import yaml

    class Careful(yaml.CSafeLoader):
        def construct_mapping(self, node: Any, deep: bool = False) -> dict:
            keys = [key for key, _ in node.value]
            for place, key in enumerate(keys):
                if key.value in [other.value for other in keys[:place]]:
                    raise _error(f"'{key.value}' is there twice", key)
            return super().construct_mapping(node, deep)

    return Careful


def _error(what: str, place: Any) -> Exception:
    import yaml

    return yaml.MarkedYAMLError(problem=what, problem_mark=place.start_mark)


def _line(error: Any) -> str:
    return str(getattr(error, "problem", None) or error)


def _place(error: Any) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else "$"
