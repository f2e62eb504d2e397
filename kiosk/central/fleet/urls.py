from __future__ import annotations

from django.urls import path

from kiosk.central.fleet import views

urlpatterns = [
    path("", views.fleet, name="fleet"),
    path("lijst", views.listed, name="fleet-list"),
    path("versie", views.renew, name="fleet-renew"),
    path("<str:kiosk>/", views.kiosk, name="fleet-kiosk"),
    path("<str:kiosk>/<str:what>", views.order, name="fleet-order"),
]
