"""`filter(pk__among=ids)`: `in`, with all values as one parameter.

Django prepares each value of `in` by itself, and SQLite takes only so many parameters: with the hundreds of ids that
come in one group it takes longer to put the question than to answer it.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.db.models import CharField
from django.db.models.lookups import Lookup


@CharField.register_lookup
class Among(Lookup):  # type: ignore[type-arg]
    """For texts. SQLite reads them from a JSON array (https://sqlite.org/json1.html, json_each), PostgreSQL knows
    arrays."""

    lookup_name = "among"

    def get_prep_lookup(self) -> list[str]:
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        if connection.vendor == "sqlite":
            asked, values = f"{column} IN (SELECT value FROM json_each(%s))", msgspec.json.encode(self.rhs).decode()
        else:
            asked, values = f"{column} = ANY(%s)", self.rhs
        return asked, (*parameters, values)
