from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FleetConfig(AppConfig):
    name = "kiosk.central.fleet"
    verbose_name = _("Branches and kiosks")
