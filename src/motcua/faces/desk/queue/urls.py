# SPDX-License-Identifier: Apache-2.0
"""Addresses of the queue, below `desk/`."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.queue import arranging, pages
from motcua.faces.desk.queue.acts import act

urlpatterns = [
    path("queue", pages.queue, name="queue"),
    path("queue/live", pages.live, name="queue_live"),
    path("queue/ticket/<str:code>", pages.ticket, name="queue_ticket"),
    path("queue/arrange", arranging.arrange, name="queue_arrange"),
    path("queue/<slug:verb>", act, name="queue_act"),
]
