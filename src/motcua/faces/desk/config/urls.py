# SPDX-License-Identifier: Apache-2.0
"""Addresses of the configurator's screens, below `desk/`."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.config import days, names, procedures

urlpatterns = [
    path("config/days", days.days, name="days"),
    path("config/names", names.names, name="names"),
    path("config/procedures", procedures.procedures, name="procedures"),
]
