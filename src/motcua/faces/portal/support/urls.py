# SPDX-License-Identifier: Apache-2.0
"""Addresses of petitions, help and support points."""

from __future__ import annotations

from django.urls import path

from motcua.faces.portal.support import filing, known, petition, points, published, stuck, ticket

urlpatterns = [
    path("ho-tro", stuck.stuck, name="stuck"),
    path("ho-tro/giai-dap/<slug:slug>", known.answer, name="known"),
    path("ho-tro/theo-doi", ticket.track, name="ticket_track"),
    path("ho-tro/<str:code>", ticket.ticket, name="ticket"),
    path("phan-anh", published.answers, name="petitions"),
    path("phan-anh/gui", filing.file, name="petition_file"),
    path("phan-anh/theo-doi", petition.track, name="petition_track"),
    path("phan-anh/<str:code>", petition.petition, name="petition"),
    path("phan-anh/<str:code>/anh", petition.photo, name="petition_photo"),
    path("diem-ho-tro", points.points, name="points"),
]
