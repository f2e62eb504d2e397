"""A file in an answer, as a whole or from some byte on (RFC 9110, 14)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

#: The only kind of range that a download needs to go on.
_FROM = re.compile(r"bytes=(\d{1,18})-", re.ASCII)


def file(
    request: HttpRequest, sha256: str, size: int, read: Callable[[int], Iterator[bytes]], kind: str = "application/gzip"
) -> HttpResponseBase:
    """`read` gives the bytes from a place on. A range is only answered for the file that it began with (If-Range)."""
    tag = f'"{sha256}"'
    start = _start(request, tag)
    if start > size or (start == size and size):
        reply: HttpResponseBase = HttpResponse(status=416)
        reply["Content-Range"] = f"bytes */{size}"
        return reply
    reply = StreamingHttpResponse(read(start), status=206 if start else 200, content_type=kind)
    if start:
        reply["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
    reply["Content-Length"] = str(size - start)
    reply["ETag"], reply["Accept-Ranges"] = tag, "bytes"
    return reply


def _start(request: HttpRequest, tag: str) -> int:
    asked = _FROM.fullmatch(request.headers.get("Range", ""))
    return int(asked[1]) if asked and request.headers.get("If-Range", tag) == tag else 0
