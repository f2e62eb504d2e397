"""Rows that travel inside a published one, as the hours of a branch do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn, TypeVar

from django.db import models, transaction

from kiosk.central.sync.published import Published

Bit = TypeVar("Bit", bound="Part")


class PartSet(models.QuerySet[Bit]):
    """Parts, saved or deleted many at once: what they are part of is published once."""

    def bulk_create(self, rows: Sequence[Bit], *args: Any, **how: Any) -> Any:  # type: ignore[override]
        with transaction.atomic():
            made = super().bulk_create(rows, *args, **how)
            _publish({row.whole() for row in rows})
            return made

    def delete(self) -> Any:
        with transaction.atomic():
            wholes = {row.whole() for row in self}
            gone = super().delete()
            _publish(wholes)
            return gone

    def update(self, **values: Any) -> NoReturn:
        raise TypeError("update() does not publish what these rows are part of: save() each")

    def bulk_update(self, *rows: Any, **how: Any) -> NoReturn:
        raise TypeError("bulk_update() does not publish what these rows are part of: save() each")


class Part(models.Model):
    """A row that travels inside a published one, which is published anew when this one is saved or deleted."""

    objects = PartSet.as_manager()

    class Meta:
        abstract = True

    def whole(self) -> Published:
        """The published row that this is a part of."""
        raise NotImplementedError

    def save(self, *args: Any, **how: Any) -> None:
        with transaction.atomic():
            super().save(*args, **how)
            _publish({self.whole()})

    def delete(self, *args: Any, **how: Any) -> Any:
        with transaction.atomic():
            whole = self.whole()
            gone = super().delete(*args, **how)
            _publish({whole})
            return gone


def _publish(wholes: set[Published]) -> None:
    for whole in wholes:
        whole.save(update_fields=[])
