# SPDX-License-Identifier: Apache-2.0
"""Tables of payments."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.kit.periods import Period, one_at_a_time

REFERENCE_MOST = 60
FEE_CODE_MOST = 60


class BillState(models.TextChoices):
    """Where the money stands; a dossier without a bill owes nothing."""

    DUE = "due"
    PENDING = "pending"
    FAILED = "failed"
    PAID = "paid"
    REFUND_REQUESTED = "refund_requested"
    REFUNDED = "refunded"
    EXEMPT = "exempt"


OPEN = (BillState.DUE, BillState.PENDING, BillState.FAILED)
SETTLED = (BillState.PAID, BillState.REFUND_REQUESTED)


class Bill(models.Model):
    """What one dossier owes to the competent unit."""

    dossier_code = models.CharField(max_length=50, unique=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    total_vnd = models.PositiveBigIntegerField()
    state = models.CharField(max_length=16, choices=BillState)
    issued_at = models.DateTimeField()


class BillLine(models.Model):
    """One fee or charge of the bill; the receipt it stands on, once given, never changes."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="lines")
    receipt = models.ForeignKey(
        "Receipt", on_delete=models.PROTECT, null=True, related_name="lines", db_index=False
    )
    code = models.CharField(max_length=FEE_CODE_MOST)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)
    amount_vnd = models.PositiveBigIntegerField()
    exempt_reason = models.CharField(max_length=200, blank=True)


class Receipt(models.Model):
    """Money taken for lines of a bill, numbered without gaps; the account is "" for cash.

    `reference` is that of its movement in the ledger, "" on receipts of before there were parts.
    """

    number = models.CharField(max_length=40, unique=True)
    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="receipts")
    reference = models.CharField(max_length=REFERENCE_MOST, db_default="")
    bank_bin = models.CharField(max_length=6, db_default="")
    account_number = models.CharField(max_length=19, db_default="")
    account_name = models.CharField(max_length=200, db_default="")
    amount_vnd = models.PositiveBigIntegerField()
    method = models.CharField(max_length=10)
    cashier_code = models.CharField(max_length=80)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["unit", "at"], name="receipt_unit_at")]


class PaperForm(models.TextChoices):
    """What is numbered: each form has a series of its own in a unit and year."""

    RECEIPT = "receipt"
    REFUND = "refund"


class ReceiptCounter(models.Model):
    """The running number of a form in a unit and year."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=10, choices=PaperForm, db_default=PaperForm.RECEIPT)
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "form"], name="receipt_series")
        ]


class MovementKind(models.TextChoices):
    """Why the balance of a bill changed."""

    OWED = "owed"
    PAID = "paid"
    LIFTED = "lifted"
    REFUNDED = "refunded"


class Movement(models.Model):
    """One line of the ledger, never changed: positive is owed by the applicant, negative to them.

    The sum over a bill is its balance: above 0 something is open, below 0 too much was paid.
    """

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=10, choices=MovementKind)
    amount_vnd = models.BigIntegerField()
    method = models.CharField(max_length=10, blank=True)
    reference = models.CharField(max_length=REFERENCE_MOST, blank=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    cashier_code = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["unit", "at"], name="movement_unit_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "reference"], condition=~Q(reference=""), name="money_moves_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["owed", "refunded"], amount_vnd__gt=0)
                | Q(kind__in=["paid", "lifted"], amount_vnd__lt=0),
                name="movement_sign",
            ),
        ]


class RefundState(models.TextChoices):
    """Where a refund stands."""

    REQUESTED = "requested"
    PAID = "paid"
    REFUSED = "refused"


class Refund(models.Model):
    """Money to be given back; asked for by one person, decided by another."""

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="refunds")
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    amount_vnd = models.PositiveBigIntegerField()
    reason = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=RefundState, default=RefundState.REQUESTED)
    requested_by = models.CharField(max_length=80)
    requested_at = models.DateTimeField()
    decided_by = models.CharField(max_length=80, blank=True)
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=500, blank=True)
    method = models.CharField(max_length=10, blank=True)
    number = models.CharField(max_length=40, unique=True, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bill"], condition=Q(state="requested"), name="one_open_refund"
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="refund_above_nothing"),
            models.CheckConstraint(
                condition=~Q(decided_by=F("requested_by")), name="refund_by_two_people"
            ),
        ]


class OnlineState(models.TextChoices):
    """Where an online payment stands."""

    CREATED = "created"
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"


LIVE = (OnlineState.CREATED, OnlineState.OPEN)


class OnlinePayment(models.Model):
    """One try to pay the lines of a bill that go to one account, under a secret reference."""

    reference = models.CharField(max_length=REFERENCE_MOST, unique=True)
    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="online")
    fee_codes = ArrayField(models.CharField(max_length=FEE_CODE_MOST), default=list)
    amount_vnd = models.PositiveBigIntegerField()
    payer_name = models.CharField(max_length=200)
    bank_bin = models.CharField(max_length=6)
    account_number = models.CharField(max_length=30)
    account_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=OnlineState, default=OnlineState.CREATED)
    pay_address = models.CharField(max_length=500, blank=True)
    transaction = models.CharField(max_length=REFERENCE_MOST, blank=True)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["expires_at"],
                name="online_live",
                condition=Q(state__in=["created", "open"]),
            )
        ]


class BeneficiaryAccount(Period):
    """Into which account a fee of a unit is paid; without a fee code, all its other fees."""

    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    fee_code = models.CharField(max_length=FEE_CODE_MOST, blank=True)
    bank_bin = models.CharField(max_length=6)
    account_number = models.CharField(max_length=19)
    account_name = models.CharField(max_length=200)
    source = models.CharField(max_length=10)
    set_by = models.CharField(max_length=80)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_at_a_time("unit", "fee_code", name="one_account_a_fee_at_a_time"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="account_period_runs_forward",
            ),
        ]


class Statement(models.Model):
    """A file of the bank that was compared with our ledger; the same file counts once."""

    digest = models.CharField(max_length=64, unique=True)
    first_on = models.DateField()
    last_on = models.DateField()
    lines = models.PositiveIntegerField()
    matched = models.PositiveIntegerField()
    differing = models.PositiveIntegerField()
    read_by = models.CharField(max_length=80)
    read_at = models.DateTimeField()


class StatementLine(models.Model):
    """One movement the bank told of, kept so that none is compared twice."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    account = models.CharField(max_length=REFERENCE_MOST)
    transaction = models.CharField(max_length=REFERENCE_MOST)
    reference = models.CharField(max_length=REFERENCE_MOST, blank=True, db_index=True)
    amount_vnd = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "transaction"], name="a_bank_line_comes_once"
            )
        ]


class Difference(models.Model):
    """Money that does not fit, by its kind; it stays until somebody says what came of it."""

    kind = models.CharField(max_length=24)
    reference = models.CharField(max_length=REFERENCE_MOST, blank=True)
    transaction = models.CharField(max_length=REFERENCE_MOST, blank=True)
    dossier_code = models.CharField(max_length=50, blank=True)
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, null=True, related_name="+")
    expected_vnd = models.BigIntegerField(null=True)
    got_vnd = models.BigIntegerField(null=True)
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="+")
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "reference", "got_vnd", "transaction", "statement"],
                nulls_distinct=False,
                name="a_difference_is_named_once",
            )
        ]
