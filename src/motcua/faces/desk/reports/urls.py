# SPDX-License-Identifier: Apache-2.0
"""Addresses of the reports, below `desk/`."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.reports import register, statistics

urlpatterns = [
    path("reports", statistics.statistics, name="reports"),
    path("reports/dossiers", statistics.dossiers_behind, name="dossiers_behind"),
    path("reports/statistics.<str:ending>", statistics.statistics_file, name="statistics_file"),
    path("reports/register", register.register, name="register"),
    path("reports/register.<str:ending>", register.register_file, name="register_file"),
]
