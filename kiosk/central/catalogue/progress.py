"""How far an import or a harvest is, for whoever sits at the terminal; where nobody does, nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Gets how far it is, and of how much when that is known.
Progress = Callable[[int, int | None], None]


@contextmanager
def bar(name: str, unit: str) -> Iterator[Progress]:
    """A bar on stderr."""
    from tqdm import tqdm

    # None: not unless it is a terminal
    with tqdm(desc=name, unit=unit, unit_scale=True, leave=False, disable=None) as drawn:

        def reach(done: int, total: int | None) -> None:
            drawn.total = total
            drawn.update(done - drawn.n)

        yield reach
