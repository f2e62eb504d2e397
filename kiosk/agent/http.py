"""Requests to central: no answer is a `trust.NoAnswer`."""

from __future__ import annotations

from kiosk import http
from kiosk.agent.trust import NoAnswer
from kiosk.http import ALTOGETHER


class Http(http.Http):
    """`kiosk.http.Http` to central, proven by a token."""

    def __init__(self, token: str = "", proxies: bool = True, altogether: float = ALTOGETHER) -> None:
        super().__init__(token, proxies, altogether, "wegwijs-agent", _no_answer)


def _no_answer(why: str, url: str) -> NoAnswer:
    return NoAnswer("unreachable", f"Central cannot be reached: {why}", url)
