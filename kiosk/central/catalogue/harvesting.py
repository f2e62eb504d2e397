"""`wegwijs-central catalogue harvest`: what changed at a source comes here, and the place up to where it did with it.

Why the place is written with the records, in one transaction: whatever ends a harvest, the next one goes on exactly
there. Titles go only when their source says so, or after a harvest of everything that came to its end; and never more
at once than the mapping allows, because a source that is half empty looks just the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet

from kiosk.central.catalogue import stock
from kiosk.central.catalogue.adapters import Broken, Deleted, Found, Harvested, Place, harvester
from kiosk.central.catalogue.bringing import Load
from kiosk.central.catalogue.importing import remember
from kiosk.central.catalogue.models import Run, Source, Title
from kiosk.central.catalogue.progress import Progress, bar
from kiosk.central.catalogue.report import Report
from kiosk.errors import KnownError, Refused, Unreachable

#: Kinds that know no changes: each of their harvests is of everything.
ALWAYS_WHOLE = {"sru"}

#: What a harvest changes of its source; staff may change the rest meanwhile.
STATE = ["harvested", "token", "began", "whole", "sweep"]

#: Titles that are deleted in one transaction.
AT_ONCE = 500


def harvest(
    source: Source, report: Report, *, full: bool = False, vanish: float | None = None, dry: bool = False
) -> None:
    """Fetch what changed since the last time, or go on where that broke off; `full`: everything, and what is not there
    any more goes. `vanish`: in place of what the mapping says. `report` tells what was done, also when this raises."""
    begin(source, full, dry)
    run = Run(source=source, what=source.address)
    if not dry:
        run.save()
    try:
        with bar(source.slug, " records") as progress:
            _Harvest(source, report, vanish, dry, progress).run()
    except KnownError as error:
        if not dry:
            remember(run, report, str(error))
        raise
    if not dry:
        remember(run, report)


def begin(source: Source, full: bool, dry: bool) -> None:
    """Decide what this harvest is: what goes on, everything, or what is new."""
    everything = full or source.harvested is None or source.kind in ALWAYS_WHOLE
    if source.token and (source.whole or not full) and not dry:
        return
    source.token, source.began, source.whole = "", None, everything
    source.sweep += everything
    if not dry:
        source.save(update_fields=STATE)


@dataclass
class _Harvest:
    source: Source
    report: Report
    vanish: float | None
    dry: bool
    progress: Progress
    _place: str = field(init=False)

    def run(self) -> None:
        site, self._place = self.source.site(), self.source.token
        self._load = Load(self.source, site, dry=self.dry, report=self.report)
        self._load.sweep = self.source.sweep if self.source.whole else 0
        since = None if self.source.whole else self.source.harvested
        for found in harvester(self.source.kind)(self.source.address, site.harvest, since, self.source.token):
            if self._take(found):
                return
        raise Unreachable("It broke off without an end", self.source.address, "Harvest again: it goes on there.")

    def _take(self, found: Harvested) -> bool:
        """Whether that was the end."""
        match found:
            case Found(id, record, items):
                self._load.come(record, id or record.data("001"), id, items)
            case Deleted(id):
                self._load.go(id, id)
            case Broken(where, reason):
                self.report.refuse(reason, where)
            case Place(token):
                self._reach(found)
                return not token
        return False

    def _reach(self, place: Place) -> None:
        self.progress(self.report.read, place.total)
        if place.began is not None:
            self.source.began = place.began
        self._load.flush(lambda: self._keep(place.token))
        if not place.token:
            self._finish()

    def _keep(self, token: str) -> None:
        """Write down the place; inside the transaction of what came before it."""
        row = Source.objects.select_for_update().filter(pk=self.source.pk, token=self._place, sweep=self.source.sweep)
        # At the end the place stays, until what is gone is gone too
        if not row.exists():
            raise Refused("Another harvest of this source goes on", self.source.slug, "Wait until it is over.")
        self._place = self.source.token = token or self._place
        row.update(token=self._place, began=self.source.began)

    def _finish(self) -> None:
        """The end was reached."""
        refusal = self._sweep() if self.source.whole else None
        if not self.dry:
            self.source.harvested, self.source.token = self.source.began or self.source.harvested, ""
            self.source.began, self.source.whole = None, False
            self.source.save(update_fields=STATE)
        if refusal is not None:
            raise refusal

    def _sweep(self) -> Refused | None:
        """Let go of what this harvest of everything did not bring; why not, when that is too much."""
        titles = Title.objects.filter(source=self.source)
        there, gone = titles.count(), self._gone(titles)
        share = self._load.site.vanish if self.vanish is None else self.vanish
        if len(gone) > share * there:
            return Refused(
                f"{len(gone)} of {there} titles are not there any more, which is more than {share:.0%}; they are kept",
                self.source.slug,
                "Look whether the source is whole. If it is: `--full --vanish` with a larger share.",
            )
        for start in range(0, 0 if self.dry else len(gone), AT_ONCE):
            with transaction.atomic():
                stock.withdraw(gone[start : start + AT_ONCE])
        self.report.deleted += len(gone)
        self.report.read += len(gone)
        return None

    def _gone(self, titles: QuerySet[Title]) -> list[str]:
        if self.dry:
            return [id for id in titles.values_list("pk", flat=True) if id not in self._load.dreamt]
        return list(titles.exclude(seen=self.source.sweep).values_list("pk", flat=True))


def first(source: Source, count: int, seconds: float) -> Report:
    """What would become of the first so many records of this source; nothing is written. `seconds`: for each answer."""
    report = Report()
    site = source.site()
    load = Load(source, site, dry=True, report=report)
    for found in _limited(harvester(source.kind)(source.address, site.harvest, None, "", seconds), count):
        match found:
            case Found(id, record, items):
                load.come(record, id, id, items)
            case Deleted(id):
                load.go(id, id)
            case Broken(where, reason):
                report.refuse(reason, where)
    load.flush()
    return report


def _limited(found: Iterable[Harvested], count: int) -> Iterable[Harvested]:
    for one in found:
        if isinstance(one, Place):
            if not one.token:
                return
            continue
        yield one
        count -= 1
        if not count:
            return
