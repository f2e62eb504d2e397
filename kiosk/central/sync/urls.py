from __future__ import annotations

from django.urls import path

from kiosk.central.catalogue.views import available, cover
from kiosk.central.sync import health, views

urlpatterns = [
    path("branches/<str:branch>/heads", views.heads),
    path("feeds/<str:feed>/changes", views.changes),
    path("feeds/<str:feed>/snapshot", views.snapshot),
    path("feeds/<str:feed>/snapshots/<str:at>", views.snapshot_file),
    path("facts", views.facts),
    path("practice", views.practice),
    path("enrol", views.enrol),
    path("nonce", views.nonce),
    path("tokens", views.token),
    path("health", health.health),
    path("covers/<str:cover>", cover),
    # The ids of some sources have a "/" in them
    path("availability/<path:title>", available),
]
