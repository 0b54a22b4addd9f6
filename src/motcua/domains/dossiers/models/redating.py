# SPDX-License-Identifier: Apache-2.0
"""A change of the calendar on its way through the open dossiers."""

from __future__ import annotations

from django.db import models


class Redating(models.Model):
    """How far the dossiers have been redated; another process can go on after `last_id`."""

    event_id = models.BigIntegerField(unique=True)
    first_on = models.DateField()
    agency_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    last_id = models.BigIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
