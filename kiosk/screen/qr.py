"""A text as a QR code (ISO/IEC 18004), for the camera of a phone. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any


def qr(text: str) -> dict[str, Any]:
    """The code for that text, as small as can be and then as forgiving as that size allows: `size`, the modules along
    a side, without the quiet zone, and `path`, the dark ones as an SVG path in modules (SVG 1.1, 8.3)."""
    import segno

    code = segno.make(text, error="l", micro=False, boost_error=True)
    return {"size": len(code.matrix), "path": "".join(_dark_runs(code.matrix))}


def _dark_runs(matrix: Iterable[Iterable[int]]) -> Iterable[str]:
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide
