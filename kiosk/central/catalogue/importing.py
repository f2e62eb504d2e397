"""`wegwijs-central catalogue import`: a library's MARC files become titles; what is the same keeps its revision."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.catalogue import marc
from kiosk.central.catalogue.bringing import Load
from kiosk.central.catalogue.copies import give_copies
from kiosk.central.catalogue.models import Run, Source
from kiosk.central.catalogue.progress import Progress, bar
from kiosk.central.catalogue.report import Report
from kiosk.central.catalogue.site import Site
from kiosk.clock import now
from kiosk.errors import BadInput

#: Imports without a source that are remembered, and those of each source.
REMEMBERED = 50


def import_files(
    paths: Sequence[Path], source: Source | None = None, *, dry: bool = False, copies: bool = False
) -> Report:
    """Import these files one after the other, and say what became of all their records; `copies`: make up copies of
    their titles. `BadInput` when one cannot be read at all; those before it are imported then."""
    whole, run = Report(), Run(source=source, what=", ".join(path.name for path in paths)[:300])
    for path in paths:
        whole.add(_imported(path, source, dry, copies))
    if not dry:
        remember(run, whole)
    return whole


def _imported(path: Path, source: Source | None, dry: bool, copies: bool) -> Report:
    load = Load(source, source.site() if source else Site(), dry=dry, file=path.name)
    if copies and not dry:
        load.with_titles = give_copies
    with bar(path.name, "B") as progress:
        import_file(path, load, progress)
    return load.report


def import_file(path: Path, load: Load, progress: Progress = lambda done, total: None) -> None:
    """Import one file, all of it that can be read."""
    for position, found in enumerate(
        marc.records(path, load.site.encoding, lambda done: progress(done, _size(path))), 1
    ):
        if isinstance(found, str):
            load.report.refuse(found, position, path.name)
        else:
            load.come(found, position)
    load.flush()


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def without_titles(report: Report, paths: Sequence[Path]) -> BadInput | None:
    """What to say when not one record was a title."""
    told = [each for each in report.reasons if not each.reason.startswith("deleted")]
    if report.read > len(told) or report.deleted:
        return None
    why = f": {told[0].reason}" if told else ""
    where = ", ".join(map(str, paths))
    return BadInput(f"There is no title in this file{why}", where, "Export the titles as MARC 21 or MARCXML.")


def remember(run: Run, report: Report, error: str = "") -> None:
    """Keep what became of a run, and let go of the oldest of its source."""
    run.ended, run.report, run.error = now(), report.kept(), error
    run.save()
    kept = Run.objects.filter(source=run.source).order_by("-began", "-pk").values_list("pk", flat=True)
    Run.objects.filter(pk__in=list(kept[REMEMBERED : REMEMBERED + 100])).delete()
