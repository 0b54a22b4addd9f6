# SPDX-License-Identifier: Apache-2.0
"""The rival pages, tried first, and behind them every page of ours."""

from __future__ import annotations

from django.urls import path

from bench.rival import views
from motcua.config.urls import handler400, handler404, handler500
from motcua.config.urls import urlpatterns as ours

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("rival/inbox", views.inbox),
    path("rival/procedure/<str:code>", views.procedure),
    *ours,
]
