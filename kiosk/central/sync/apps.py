from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SyncConfig(AppConfig):
    name = "kiosk.central.sync"
    verbose_name = _("Talking with kiosks")
