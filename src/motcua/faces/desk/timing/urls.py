# SPDX-License-Identifier: Apache-2.0
"""Addresses of the screens about time."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.timing import absence, alerts, paper_first, report

urlpatterns = [
    path("desk/alerts", alerts.alerts, name="alerts"),
    path("desk/time", report.report, name="time_report"),
    path("desk/absence", absence.absence, name="absence"),
    path("desk/absence/end", absence.end_absence, name="end_absence"),
    path("desk/paper-first", paper_first.paper_first_list, name="paper_first"),
    path(
        "desk/<dossier_code:code>/paper-first",
        paper_first.paper_first_form,
        name="paper_first_form",
    ),
]
