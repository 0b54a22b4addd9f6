# SPDX-License-Identifier: Apache-2.0
"""Addresses of batch work, below `desk/`."""

from __future__ import annotations

from django.urls import path

from motcua.faces.desk.batch import choosing, running

urlpatterns = [
    path("batches", running.runs, name="batches"),
    path("batches/choose", choosing.choose, name="batch_choose"),
    path("batches/start", choosing.start, name="batch_start"),
    path("batches/<uuid:key>", running.run, name="batch"),
    path("batches/<uuid:key>/progress", running.progress, name="batch_progress"),
    path("batches/<uuid:key>/cancel", running.cancel, name="batch_cancel"),
    path("batches/<uuid:key>/again", running.again, name="batch_again"),
    path("batches/<uuid:key>/volumes/<int:number>", running.volume, name="batch_volume"),
]
