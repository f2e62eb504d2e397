"""The addresses of central."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from kiosk.central import board, staff

urlpatterns = [
    path("", staff.front, name="front"),
    path("in", staff.LogIn.as_view(), name="login"),
    path("uit", LogoutView.as_view(), name="logout"),
    path("taal", include("django.conf.urls.i18n")),
    path("hulp/", board.board, name="hulp"),
    path("hulp/vragen", board.asks, name="asks"),
    path("hulp/", include("kiosk.central.guided.urls")),
    path("computers/", include("kiosk.central.fleet.urls")),
    path("beheer/login/", staff.admin_login),
    path("beheer/", admin.site.urls),
    path("v1/", include("kiosk.central.sync.urls")),
]
