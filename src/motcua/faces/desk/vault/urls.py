# SPDX-License-Identifier: Apache-2.0
"""Addresses of the papers' pages."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.vault import record

urlpatterns = [
    path("desk/<dossier_code:code>/papers/<uuid:paper>/record", record.record, name="paper_record"),
]
