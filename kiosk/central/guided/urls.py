from __future__ import annotations

from django.urls import path

from kiosk.central.guided import views

urlpatterns = [
    path("naam", views.name, name="helper-name"),
    path("<str:ask>/kom", views.come, name="come"),
    path("<str:ask>/klaar", views.done, name="done"),
]
