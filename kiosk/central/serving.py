"""Answering browsers and kiosks: granian, with as many worker processes as asked for."""

from __future__ import annotations

import encodings.idna  # noqa: F401  (see `_answers`)
import http.client
import socket
import sys
import threading
import time
from contextlib import suppress

from kiosk.errors import BadInput

#: Granian's own log would go to stdout, where our address stands.
_STDERR = {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"}

#: Threads that answer, in each worker: facts that come at the same time are taken in together (`sync.together`), so
#: more threads are larger groups. Each has a connection of its own, and PostgreSQL has 100.
THREADS = 16

#: Connections in each worker: those that wait to be taken, and those that are open. Granian counts one that is kept
#: alive as busy, so with its own bound (1024) the next kiosk got no answer.
BACKLOG, OPEN = 4096, 16384

#: Seconds in which a worker that must stop may end what it answers (the database has `environment.PATIENCE`); a client
#: that sends half a request would hold it for ever.
ENDING = 30

#: Seconds until a worker must have answered for the first time.
PATIENCE = 60.0


def serve(host: str, port: int, workers: int) -> int:
    """Serve until told to stop. Once it answers, the first line on stdout is `central http://HOST:PORT`."""
    import django
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from kiosk.central.tables import check

    if workers < 1:
        raise BadInput("There must be at least one worker", "--workers", "Use 1 with SQLite.")
    django.setup()
    check()
    _allow_many_files()
    place, port = _reserved(host, port)
    with place:
        threading.Thread(target=_announce, args=(host, port), name="announce", daemon=True).start()
        Server(
            "kiosk.central.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            backlog=BACKLOG,
            backpressure=OPEN,
            websockets=False,
            log_level=LogLevels.error,
            log_dictconfig={"handlers": {"console": _STDERR, "access": _STDERR}},
            respawn_failed_workers=True,
            workers_kill_timeout=ENDING,
        ).serve()
    return 0


def _allow_many_files() -> None:
    """Each connection is a file; what we may have is more than what we get unasked (getrlimit(2))."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _reserved(host: str, port: int) -> tuple[socket.socket, int]:
    """A socket that holds on to the port without listening, so that no other program gets it before the workers do."""
    place = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        _must_be_free(place.family, host, port)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        place.bind((host, port))
    except (OSError, OverflowError) as error:
        place.close()
        why = getattr(error, "strerror", None) or "there is no such port"
        raise BadInput(f"Central cannot listen there: {why}", f"{host}:{port}", "Use another --port.") from error
    return place, place.getsockname()[1]


def _must_be_free(family: int, host: str, port: int) -> None:
    """With SO_REUSEPORT a second central would share the first one's port without a word: look first."""
    if port:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))


def _announce(host: str, port: int) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if _answers(host, port):
            name = f"[{host}]" if ":" in host else host
            print(f"central http://{name}:{port}", flush=True)
            return
        time.sleep(0.05)
    print("Central did not answer within a minute; its log says why.", file=sys.stderr)


def _answers(host: str, port: int) -> bool:
    """Whether a worker answers. Nothing may be imported here for the first time: a worker that is forked meanwhile
    would wait for ever until that import ends (importlib's locks are copied, the thread is not). To look up a host
    needs `encodings.idna`."""
    from django.conf import settings

    nearest = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    line = http.client.HTTPConnection(nearest, port, timeout=5)
    try:
        # A kiosk without a token is a stranger: 401 says that Django and its database are there
        name = settings.ALLOWED_HOSTS[0].removeprefix(".")
        line.request("GET", "/v1/feeds/branches/changes", headers={"Host": name})
        return line.getresponse().status == 401
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
