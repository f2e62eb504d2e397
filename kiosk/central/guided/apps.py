from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidedConfig(AppConfig):
    name = "kiosk.central.guided"
    verbose_name = _("Help")
