# SPDX-License-Identifier: Apache-2.0
"""Tables of payments."""

from __future__ import annotations

from django.db import models


class BillState(models.TextChoices):
    """Where the money stands."""

    DUE = "due"
    PAID = "paid"
    EXEMPT = "exempt"


class Bill(models.Model):
    """What one dossier owes to the competent unit."""

    dossier_code = models.CharField(max_length=50, unique=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    total_vnd = models.PositiveBigIntegerField()
    state = models.CharField(max_length=8, choices=BillState)
    issued_at = models.DateTimeField()


class BillLine(models.Model):
    """One fee or charge of the bill."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="lines")
    code = models.CharField(max_length=60)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)
    amount_vnd = models.PositiveBigIntegerField()
    exempt_reason = models.CharField(max_length=200, blank=True)


class Receipt(models.Model):
    """Money taken; at most one for a bill, numbered without gaps."""

    number = models.CharField(max_length=40, unique=True)
    bill = models.OneToOneField(Bill, on_delete=models.PROTECT, related_name="receipt")
    amount_vnd = models.PositiveBigIntegerField()
    method = models.CharField(max_length=10)
    cashier_code = models.CharField(max_length=80)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ReceiptCounter(models.Model):
    """The running receipt number of a unit and year."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="receipt_series")]
