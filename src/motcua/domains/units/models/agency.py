# SPDX-License-Identifier: Apache-2.0
"""Agencies: people's committees, departments, one-stop centres; their names over time."""

from __future__ import annotations

from django.db import models

from motcua.kit.periods import Period, one_at_a_time


class AgencyLevel(models.TextChoices):
    """At which level of government an agency stands."""

    REGION = "region"
    PROVINCE = "province"
    COMMUNE = "commune"


class AgencyKind(models.TextChoices):
    """What an agency is."""

    PEOPLE_COMMITTEE = "people_committee"
    OFFICE = "office"
    DEPARTMENT = "department"
    BOARD = "board"
    INSPECTORATE = "inspectorate"
    SERVICE_CENTRE = "service_centre"
    SERVICE_POINT = "service_point"
    PUBLIC_UNIT = "public_unit"
    VERTICAL = "vertical"
    PRESS = "press"
    COUNCIL_OFFICE = "council_office"


class CodeKind(models.TextChoices):
    """Whether the code was published or made by us to stand in for one that was not."""

    REAL = "real"
    SYNTHETIC = "synthetic"


class Agency(models.Model):
    """An agency; `key` is our own stable name for it, `code` the one that goes on dossiers."""

    key = models.CharField(max_length=20, unique=True)
    code = models.CharField(max_length=20, unique=True)
    code_kind = models.CharField(max_length=10, choices=CodeKind)
    level = models.CharField(max_length=10, choices=AgencyLevel)
    kind = models.CharField(max_length=20, choices=AgencyKind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    commune = models.ForeignKey("units.Commune", on_delete=models.PROTECT, null=True)
    one_stop = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="serves")
    scored = models.BooleanField(default=False)


class AgencyName(Period):
    """The name of an agency for a time; a paper prints the one valid on its date."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="names")
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=400, db_collation="C")
    decided_by = models.CharField(max_length=120, blank=True)
    to_verify = models.BooleanField(default=False)

    class Meta:
        constraints = [one_at_a_time("agency", name="agency_name_one_at_a_time")]
