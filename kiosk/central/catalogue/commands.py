"""`wegwijs-central catalogue …`: what it does with its words, and what it prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import override

from kiosk import wire
from kiosk.central.catalogue import filling
from kiosk.central.catalogue.covers import from_folder, from_site
from kiosk.central.catalogue.harvesting import harvest
from kiosk.central.catalogue.importing import import_files, without_titles
from kiosk.central.catalogue.models import Source
from kiosk.central.catalogue.report import Report
from kiosk.central.fleet.journal import note
from kiosk.errors import BadInput, KnownError


def imports(given: argparse.Namespace) -> int:
    """Import files."""
    source = _source(given.source) if given.source else None
    report = import_files(given.files, source, dry=given.dry_run, copies=given.copies == "demo")
    what = ", ".join(file.name for file in given.files)
    _print(report, what)
    if given.json:
        _print_object(report)
    if error := without_titles(report, given.files):
        raise error
    if not given.dry_run:
        note(None, "import", name=what)
        filling.renew()
    return 0


def harvests(given: argparse.Namespace) -> int:
    """Harvest each source; one that fails does not keep the others from it."""
    whole, failed = Report(), False
    for source in _harvested(given.sources):
        report = Report()
        try:
            harvest(source, report, full=given.full, vanish=given.vanish, dry=given.dry_run)
        except KnownError as error:
            failed = True
            print(f"{source.slug}: {error}", file=sys.stderr)
        whole.add(report)
        _print(report, source.slug)
        if not given.dry_run:
            note(None, "import", name=source.slug)
    if given.json:
        _print_object(whole)
    if not given.dry_run:
        filling.renew()
    return 2 if failed else 0


def covers(given: argparse.Namespace) -> int:
    """Find covers; a site that fails does not keep the others from it."""
    sources, whole, failed = [_source(slug) for slug in given.sources], Report(), False
    if given.folder:
        from_folder(given.folder, sources, whole, dry=given.dry_run)
        _print(whole, given.folder.name)
        if not given.dry_run:
            note(None, "import", name=f"{given.folder.name}: covers")
    for row in [] if given.folder else _with_covers(sources):
        failed = not _covered(row, whole, given.dry_run) or failed
    if given.json:
        _print_object(whole)
    return 2 if failed else 0


def _covered(row: Source, whole: Report, dry: bool) -> bool:
    report, fine = Report(), True
    try:
        from_site(row, report, dry=dry)
    except KnownError as error:
        fine = False
        print(f"{row.slug}: {error}", file=sys.stderr)
    whole.add(report)
    _print(report, row.slug)
    if not dry:
        note(None, "import", name=f"{row.slug}: covers")
    return fine


def _with_covers(named: Sequence[Source]) -> list[Source]:
    found = [row for row in named or Source.objects.all() if row.site().covers]
    if not found or len(found) < len(named):
        lacking = next((row.slug for row in named if row not in found), "")
        do = "Set `covers` in its mapping, or name a folder with --from."
        raise BadInput("No source says where covers are" if not lacking else "It does not say", lacking, do)
    return found


@override("en")
def source(given: argparse.Namespace) -> int:
    """Add a source, or change one."""
    row = Source.objects.filter(pk=given.slug).first() or Source(slug=given.slug, name=given.slug)
    new = row._state.adding
    for name in ("name", "kind", "address"):
        setattr(row, name, getattr(row, name) if getattr(given, name) is None else getattr(given, name))
    row.mapping = row.mapping if given.mapping is None else _text(given)
    with transaction.atomic():
        _checked(row).save(update_fields=None if new else ["name", "kind", "address", "mapping"])
        note(None, "add" if new else "change", row)
    print(f"{row.slug}: {row.get_kind_display()} {row.address}".rstrip())
    return 0


def _text(given: argparse.Namespace) -> str:
    try:
        found: str = given.mapping.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The mapping cannot be read: {error}", str(given.mapping), "Name another file.") from error
    return found


def _checked(row: Source) -> Source:
    try:
        row.full_clean()
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), row.slug, "Say it anew.") from error
    return row


def _source(slug: str) -> Source:
    row = Source.objects.filter(pk=slug).first()
    if row is None:
        there = ", ".join(Source.objects.values_list("pk", flat=True)) or "none"
        raise BadInput("There is no such source", slug, f"There are: {there}. `catalogue source` adds one.")
    return row


def _harvested(slugs: Sequence[str]) -> list[Source]:
    from kiosk.central.catalogue.adapters import ADAPTERS

    found = [_source(slug) for slug in slugs] or list(Source.objects.filter(kind__in=ADAPTERS))
    for row in found:
        if row.kind not in ADAPTERS:
            raise BadInput("This source cannot be harvested", row.slug, f"Its kind is {row.kind}: import its files.")
    return found


def _print(report: Report, what: str) -> None:
    for line in report.lines(what):
        print(line)


def _print_object(report: Report) -> None:
    print(wire.encode(report).decode())
