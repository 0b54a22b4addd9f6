# SPDX-License-Identifier: Apache-2.0
"""Addresses of the screens of a unit's own administrator."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.unit import accounts, ending, people, point, points, steps

urlpatterns = [
    path("unit/people", people.people, name="unit_people"),
    path("unit/people/<int:holding>/end", ending.ending, name="unit_post_end"),
    path("unit/steps", steps.steps, name="unit_steps"),
    path("unit/steps/<str:procedure>", steps.procedure, name="unit_procedure"),
    path("unit/accounts", accounts.accounts, name="unit_accounts"),
    path("unit/points", points.points, name="unit_points"),
    path("unit/points/<int:point_id>", point.point, name="unit_point"),
]
