# SPDX-License-Identifier: Apache-2.0
"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk import acts, inbox

app_name = "desk"
urlpatterns = [
    path("desk/", inbox.inbox, name="inbox"),
    path("desk/questions", inbox.questions, name="questions"),
    path("desk/waiting", inbox.waiting, name="waiting"),
    path("desk/search", inbox.found, name="found"),
    path("desk/<str:code>/<slug:verb>", acts.act, name="act"),
]
