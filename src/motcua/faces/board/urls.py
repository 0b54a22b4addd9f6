# SPDX-License-Identifier: Apache-2.0
"""Addresses of the board."""

from __future__ import annotations

from django.urls import path

from motcua.faces.board import today

app_name = "board"
urlpatterns = [path("hom-nay", today.today, name="today")]
