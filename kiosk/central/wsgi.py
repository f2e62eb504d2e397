"""What a WSGI server (PEP 3333) calls."""

from __future__ import annotations

import multiprocessing
import os
import threading

from django.core.wsgi import get_wsgi_application


def _go_with(parent: multiprocessing.process.BaseProcess) -> None:
    """A worker whose `serve` was killed would hold on to the port, and nobody would stop it."""
    parent.join()
    os._exit(1)


if (parent := multiprocessing.parent_process()) is not None:
    threading.Thread(target=_go_with, args=(parent,), name="go with parent", daemon=True).start()

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.central.settings")
_django = get_wsgi_application()

from kiosk.central.sync import quick  # noqa: E402  (its models need Django to be ready)

application = quick.before(_django)
