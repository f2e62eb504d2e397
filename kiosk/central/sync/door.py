"""The kiosks' own door: what they call needs no cookies, no languages and none of the headers for browsers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from traceback import format_tb

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

from kiosk.central.sync.answers import Stop, problem

log = logging.getLogger("wegwijs.sync")

DOOR = "/v1/"


def door(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, the first: the calls of kiosks go straight to their view."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(DOOR):
            return get_response(request)
        reply = _reply(request)
        if isinstance(reply, HttpResponse):
            reply["Content-Length"] = str(len(reply.content))
        return reply

    return answer


def _reply(request: HttpRequest) -> HttpResponseBase:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return problem(Stop("no-such-address"))
    try:
        reply: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    except Exception as error:
        # Its text may repeat what was sent: only its kind and its place in our code are written down
        log.error("%s in a view for kiosks:\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        return problem(Stop("stumbled"))
    return reply
