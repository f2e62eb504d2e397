"""The addresses of central."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from kiosk.central import board, manage, staff
from kiosk.central.lessons import views as lessons

urlpatterns = [
    path("", staff.front, name="front"),
    path("in", staff.LogIn.as_view(), name="login"),
    path("wachtwoord", staff.NewPassword.as_view(), name="password"),
    path("uit", LogoutView.as_view(), name="logout"),
    path("taal/", include("django.conf.urls.i18n")),
    path("hulp/", board.board, name="hulp"),
    path("hulp/vragen", board.asks, name="asks"),
    path("hulp/", include("kiosk.central.guided.urls")),
    path("computers/", include("kiosk.central.fleet.urls")),
    path("beheer/login/", staff.admin_login),
    path("beheer/password_change/", RedirectView.as_view(pattern_name="password")),
    path("beheer/", manage.manage, name="manage"),
    re_path(r"^beheer/(fleet|catalogue|workspaces|guided|events|sync)/$", manage.back),
    path("beheer/lessen/", lessons.listed, name="lessons"),
    path("beheer/lessen/<slug:lesson>/", lessons.read, name="lesson"),
    path("beheer/", admin.site.urls),
    path("v1/", include("kiosk.central.sync.urls")),
]
