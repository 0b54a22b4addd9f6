# SPDX-License-Identifier: Apache-2.0
"""Addresses of the screens about money and about calls to other systems."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.money import differences, exchanges, report

urlpatterns = [
    path("money", report.report, name="money"),
    path("money/differences", differences.differences, name="differences"),
    path("exchanges", exchanges.exchanges, name="exchanges"),
    path("exchanges/<uuid:exchange>/replay", exchanges.again, name="replay"),
]
