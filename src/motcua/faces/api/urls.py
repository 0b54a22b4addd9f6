# SPDX-License-Identifier: Apache-2.0
"""Addresses for machines."""

from __future__ import annotations

from django.urls import path, re_path

from motcua.faces.api import pages
from motcua.faces.api.interface import api

urlpatterns = [
    path("api/", pages.described, name="api_description"),
    path("api/v1/", api.urls),
    re_path(r"^api/", pages.nothing),
]
