"""What kiosks get to see: rows that take a new revision whenever they are saved or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, NoReturn, TypeVar
from uuid import uuid4

from django.db import models, router, transaction
from django.db.models import F
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _

from kiosk.central.sync import among as among  # the lookup `among` is there from here on
from kiosk.central.sync.rows import insert
from kiosk.wire.digest import EMPTY, moved

Row = TypeVar("Row", bound="Published")


def new_id() -> str:
    """An id for a record made by staff (RFC 9562, version 4)."""
    return str(uuid4())


class Head(models.Model):
    """The newest revision of a feed; `scope` is a branch, or "" for all of the library.

    `digest` is that of all its records (`wire.digest`); `sealed`: up to where kiosks are told (`deltas`).
    """

    feed = models.CharField(max_length=32)
    scope = models.CharField(max_length=100, blank=True)
    rev = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=32, default=EMPTY)
    sealed = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "scope"], name="head_once")]

    @classmethod
    def lock(cls, scopes: Iterable[str]) -> None:
        """Keep these branches for this transaction. Whoever locks a row of one, and then changes something that is
        published, does this first, as facts do: two that lock the same in another order block each other."""
        list(cls.objects.select_for_update().filter(scope__in=set(scopes)).order_by("scope", "feed"))

    @classmethod
    def take(cls, feed: str, scope: str, count: int = 1) -> int:
        """The last of `count` new revisions. The row stays locked until the transaction is over, so that revisions
        are committed in their order."""
        if not transaction.get_connection().in_atomic_block:
            raise RuntimeError("a revision is only taken inside a transaction")
        rows = cls.objects.filter(feed=feed, scope=scope)
        if not rows.update(rev=F("rev") + count):
            cls.objects.get_or_create(feed=feed, scope=scope)
            rows.update(rev=F("rev") + count)
        return int(rows.values_list("rev", flat=True).get())

    @classmethod
    def weigh(
        cls, feed: str, scope: str, gone: Iterable[tuple[str, int]] = (), come: Iterable[tuple[str, int]] = ()
    ) -> None:
        """Bring the digest in line; in the transaction that took a revision, whose lock this needs."""
        rows = cls.objects.filter(feed=feed, scope=scope)
        rows.update(digest=moved(rows.values_list("digest", flat=True).get(), gone, come))

    @classmethod
    def advance(cls, feed: str, rows: Sequence[Published], before: Mapping[str, int]) -> None:
        """Give each of these rows the next revision of its scope, and bring the digests in line. `before`: the
        revisions of those that are there, by id."""
        heads = _locked(feed, {row.scope for row in rows})
        for row in rows:
            head = heads[row.scope]
            head.rev = row.rev = head.rev + 1
        for scope, head in heads.items():
            here = [row for row in rows if row.scope == scope]
            gone = [(row.pk, before[row.pk]) for row in here if row.pk in before]
            head.digest = moved(head.digest, gone, [(row.pk, row.rev) for row in here])
        Head.objects.bulk_update(heads.values(), ["rev", "digest"])


def _locked(feed: str, scopes: set[str]) -> dict[str, Head]:
    rows = Head.objects.select_for_update().filter(feed=feed, scope__in=scopes).order_by("scope")
    heads = {head.scope: head for head in rows}
    if missing := sorted(scopes - set(heads)):
        Head.objects.bulk_create([Head(feed=feed, scope=scope) for scope in missing], ignore_conflicts=True)
        heads = {head.scope: head for head in rows.all()}
    return heads


class Tombstone(models.Model):
    """A record that is gone from a feed, or moved out of a branch's."""

    feed = models.CharField(max_length=32)
    scope = models.CharField(max_length=100, blank=True)
    record = models.CharField(max_length=100)
    rev = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "scope", "record"], name="tombstone_once")]
        indexes = [models.Index(fields=["feed", "scope", "rev"], name="tombstone_rev")]

    @classmethod
    def bury(cls, feed: str, scope: str, record: str, last: int) -> None:
        """Say in that feed that the record is gone, whose last revision this was."""
        with transaction.atomic():
            rev = Head.take(feed, scope)
            Head.weigh(feed, scope, gone=[(record, last)])
            cls.objects.update_or_create(feed=feed, scope=scope, record=record, defaults={"rev": rev})

    @classmethod
    def bury_all(cls, feed: str, gone: Sequence[tuple[str, str, int]]) -> None:
        """Say of many records that they are gone: the scope, the id and the last revision of each. In a transaction."""
        heads = _locked(feed, {scope for scope, _record, _last in gone})
        stones: list[Any] = []
        for scope, record, _last in gone:
            heads[scope].rev += 1
            stones.append(cls(feed=feed, scope=scope, record=record, rev=heads[scope].rev))
        for scope, head in heads.items():
            head.digest = moved(head.digest, [(record, last) for at, record, last in gone if at == scope])
        Head.objects.bulk_update(heads.values(), ["rev", "digest"])
        once = ["feed", "scope", "record"]
        cls.objects.bulk_create(
            stones, update_conflicts=True, update_fields=["rev"], unique_fields=once, batch_size=500
        )

    @classmethod
    def dig_up(cls, feed: str, scopes: Mapping[str, str]) -> None:
        """These records are there (again), each in the scope that is named by its id."""
        stones = cls.objects.filter(feed=feed, scope__in=set(scopes.values()), record__among=scopes)
        wrong = [stone.pk for stone in stones if scopes[stone.record] == stone.scope]
        if wrong:
            cls.objects.filter(pk__in=wrong).delete()


class PublishedSet(models.QuerySet[Row]):
    """Rows that are published one by one; what would go round their revisions is refused."""

    def publish(self, rows: Sequence[Row]) -> None:
        """Save many at once, new and known ones, each with a revision of its own; those that moved to another branch
        are buried in their old one."""
        names = [field.name for field in self.model._meta.concrete_fields if not field.primary_key]
        with transaction.atomic():
            self._renew(rows)
            super().bulk_create(rows, update_conflicts=True, update_fields=names, unique_fields=["id"], batch_size=500)

    def add(self, rows: Sequence[Row]) -> None:
        """Save many new ones at once, each with a revision of its own; one that is there already is an
        IntegrityError."""
        with transaction.atomic():
            self._renew(rows)
            insert(self.model, [vars(row) for row in rows])

    def withdraw(self) -> int:
        """Delete all these at once, each with a revision of its own; how many there were. What hangs on them must be
        gone before: nothing goes along."""
        with transaction.atomic():
            gone = list(self.values_list("scope", "pk", "rev"))
            if gone:
                Tombstone.bury_all(self.model.feed, gone)
                # delete() would ask for each row what hangs on it, and bury it by itself
                models.QuerySet(self.model).filter(pk__in=[pk for _scope, pk, _rev in gone])._raw_delete(self.db)
        return len(gone)

    def _renew(self, rows: Sequence[Row]) -> None:
        known = self.model.objects.filter(pk__among=[row.pk for row in rows])
        before = {pk: (scope, rev) for pk, scope, rev in known.values_list("pk", "scope", "rev")}
        for row in rows:
            row.scope = row.scope_now()
            if row.pk in before and before[row.pk][0] != row.scope:
                Tombstone.bury(row.feed, before[row.pk][0], row.pk, before.pop(row.pk)[1])
        Head.advance(self.model.feed, rows, {pk: rev for pk, (_, rev) in before.items()})
        Tombstone.dig_up(self.model.feed, {row.pk: row.scope for row in rows})

    def update(self, **values: Any) -> NoReturn:
        raise TypeError("update() takes no revision, so kiosks would not see it: save() each, or publish() them")

    def bulk_create(self, *rows: Any, **how: Any) -> NoReturn:
        raise TypeError("bulk_create() takes no revision, so kiosks would not see it: publish() them")

    def bulk_update(self, *rows: Any, **how: Any) -> NoReturn:
        raise TypeError("bulk_update() takes no revision, so kiosks would not see it: publish() them")


class Published(models.Model):
    """A row that is a record of the feed named by `feed` (`kiosk.wire.FEEDS`)."""

    feed: ClassVar[str]

    id = models.CharField(_("id"), primary_key=True, max_length=100, default=new_id, editable=False)
    scope = models.CharField(max_length=100, blank=True, editable=False)
    rev = models.BigIntegerField(editable=False)

    objects = PublishedSet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["scope", "rev"], name="%(class)s_scope_rev")]

    def scope_now(self) -> str:
        """The branch whose kiosks get this row; "" for all of them."""
        return ""

    def save(self, *args: Any, **how: Any) -> None:
        """Save and take a revision, in one transaction; a row that moved to another branch is buried in its old one."""
        with transaction.atomic(using=how.get("using") or router.db_for_write(type(self), instance=self)):
            self.scope = self.scope_now()
            self.rev = Head.take(self.feed, self.scope)
            self._take_the_place_of(type(self).objects.filter(pk=self.pk).values_list("scope", "rev").first())
            Tombstone.objects.filter(feed=self.feed, scope=self.scope, record=self.pk).delete()
            if how.get("update_fields") is not None:
                how["update_fields"] = {*how["update_fields"], "scope", "rev"}
            super().save(*args, **how)

    def _take_the_place_of(self, before: tuple[str, int] | None) -> None:
        """`before`: the scope and the revision that the row has in the database."""
        stayed = before is not None and before[0] == self.scope
        if before is not None and not stayed:
            Tombstone.bury(self.feed, before[0], self.pk, before[1])
        gone = [(self.pk, before[1])] if before is not None and stayed else []
        Head.weigh(self.feed, self.scope, gone=gone, come=[(self.pk, self.rev)])


def _bury(instance: models.Model, **_about: Any) -> None:
    if isinstance(instance, Published):
        # As the database has it: what is in memory may be older
        for scope, rev in type(instance).objects.filter(pk=instance.pk).values_list("scope", "rev"):
            Tombstone.bury(instance.feed, scope, instance.pk, rev)


# A signal, because a row that goes along with another (ON DELETE CASCADE) has no delete() called
pre_delete.connect(_bury, dispatch_uid="published")
