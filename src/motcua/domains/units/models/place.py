# SPDX-License-Identifier: Apache-2.0
"""Provinces and communes by statistics code, their names over time, and what they came from."""

from __future__ import annotations

from django.db import models

from motcua.kit.periods import Period, one_at_a_time


class PlaceKind(models.TextChoices):
    """What a place is on a given date."""

    PROVINCE = "province"
    CITY = "city"
    WARD = "ward"
    COMMUNE = "commune"
    SPECIAL_ZONE = "special_zone"


class Province(models.Model):
    """A province or centrally-run city; `agency_code` is its code of Decision 20 (H05)."""

    code = models.CharField(max_length=2, primary_key=True)
    agency_code = models.CharField(max_length=4, unique=True)


class Commune(models.Model):
    """A commune, ward or special zone; its statistics code never changes with its name."""

    code = models.CharField(max_length=5, primary_key=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT)


class PlaceName(Period):
    """What a place is called, and what kind of place it is, for a time."""

    kind = models.CharField(max_length=12, choices=PlaceKind)
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    short_name = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=200, db_collation="C")
    decided_by = models.CharField(max_length=120, blank=True)
    to_verify = models.BooleanField(default=False)

    class Meta:
        abstract = True


class ProvinceName(PlaceName):
    """The name and kind of a province for a time."""

    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = [one_at_a_time("province", name="province_name_one_at_a_time")]


class CommuneName(PlaceName):
    """The name and kind of a commune for a time."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = [one_at_a_time("commune", name="commune_name_one_at_a_time")]


class FormerUnit(models.Model):
    """An old commune and the present one its ground went to; a divided one has several rows."""

    code = models.CharField(max_length=5)
    name_vi = models.CharField(max_length=80)
    district = models.CharField(max_length=80)
    province = models.CharField(max_length=80)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="former")
    partly = models.BooleanField()
    resolution = models.CharField(max_length=40)
    merged_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "commune"], name="former_unit_once_per_commune")
        ]
