# SPDX-License-Identifier: Apache-2.0
"""The addresses of the design face alone, so that its tests depend on no other face."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("motcua.faces.design.urls"))]
