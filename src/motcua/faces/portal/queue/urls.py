# SPDX-License-Identifier: Apache-2.0
"""Addresses of the queue for the public."""

from __future__ import annotations

from django.urls import path

from motcua.faces.portal.queue import appointments, machine, number, wall

urlpatterns = [
    path("man-hinh/<str:unit>", wall.wall, name="wall"),
    path("man-hinh/<str:unit>/so", wall.numbers, name="wall_numbers"),
    path("lay-so/<str:machine>", machine.machine, name="ticket_machine"),
    path("lay-so/<str:machine>/<str:code>", machine.given, name="ticket_given"),
    path("so/<str:code>", number.number, name="queue_ticket"),
    path("so/<str:code>/cho", number.waiting, name="queue_waiting"),
    path("hen", appointments.centres, name="appointments"),
    path("hen/ma", appointments.find, name="find_appointment"),
    path("hen/ma/<str:code>", appointments.shown, name="appointment"),
    path("hen/<str:unit>", appointments.book, name="book"),
]
