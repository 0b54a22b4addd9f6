# SPDX-License-Identifier: Apache-2.0
"""Addresses of petitions and of the support's inbox."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.support import petition, petitions, tickets

urlpatterns = [
    path("petitions", petitions.petitions, name="petitions"),
    path("petitions/<str:code>", petition.petition, name="petition"),
    path("petitions/<str:code>/photo", petition.photo, name="petition_photo"),
    path("support", tickets.inbox, name="support"),
    path("support/<str:code>", tickets.ticket, name="ticket"),
]
