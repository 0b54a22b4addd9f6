# SPDX-License-Identifier: Apache-2.0
"""A published version of a procedure; the database refuses every change but its end."""

from __future__ import annotations

import json
from datetime import date
from functools import partial

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.types.json import Json

from motcua.domains.procedures.models.procedure import Procedure
from motcua.kit.periods import Period, one_at_a_time


class Source(models.TextChoices):
    """Who wrote the configuration: a person, or our generator from the national facts."""

    AUTHORED = "authored"
    GENERATED = "generated"


class Level(models.TextChoices):
    """At which level dossiers of the procedure are decided."""

    PROVINCE = "province"
    COMMUNE = "commune"
    BOTH = "both"


class OnlineLevel(models.TextChoices):
    """How far the procedure runs online; what is unknown is never offered as end-to-end."""

    FULL = "full"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


class Routing(models.TextChoices):
    """In whose system its dossiers are handled."""

    LOCAL = "LOCAL"
    MINISTRY = "MINISTRY"
    HYBRID = "HYBRID"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_dumps = partial(json.dumps, ensure_ascii=False, default=_iso)


class WrittenJSONField(models.JSONField):
    """JSON kept as it was written: readers meet steps in their order, and jsonb sorts keys."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return PostgreSQL's textual type."""
        return "json"

    def get_db_prep_value(
        self, value: object, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Json:
        """Return the value for the driver as text, not as jsonb; dates become ISO texts."""
        return Json(value, dumps=_dumps)

    def from_db_value(
        self, value: object, expression: object, connection: BaseDatabaseWrapper
    ) -> object:
        """Return the value, which the driver has read already."""
        return value


class ProcedureVersion(Period):
    """What a dossier is bound to from its submission to its end.

    `config` is the mapping of the procedure file (form, papers, fees, workflow, result), `facts`
    the row of the national catalogue; `digest` covers both. `valid_to` closes the version.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=10, choices=Source)
    title_vi = models.TextField()
    title_en = models.TextField(blank=True)
    field = models.CharField(max_length=300, blank=True)
    level = models.CharField(max_length=10, choices=Level)
    limit_legal = models.CharField(max_length=10, blank=True)
    limit_committed = models.CharField(max_length=10, blank=True)
    committed_from = models.DateField(null=True)
    online_level = models.CharField(max_length=10, choices=OnlineLevel)
    routing = models.CharField(max_length=10, choices=Routing)
    beyond_boundary = models.BooleanField()
    external_number = models.BooleanField()
    to_verify = ArrayField(models.CharField(max_length=40))
    config = WrittenJSONField()
    facts = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            one_at_a_time("procedure", name="version_one_at_a_time"),
        ]
