# SPDX-License-Identifier: Apache-2.0
"""Who may act for whom, how far, until when, and how the consent was given."""

from __future__ import annotations

from uuid import uuid4

from django.db import models


class RepresentationKind(models.TextChoices):
    """In what relation the representative stands."""

    FAMILY = "family"
    VOLUNTEER = "volunteer"
    OFFICER = "officer"
    BUSINESS = "business"


class Consent(models.TextChoices):
    """How the principal agreed: with the e-ID in the application, or on paper at a counter."""

    APP = "app"
    PAPER = "paper"


class Business(models.Model):
    """A business; its account is the owner of its dossiers, and nobody signs in under it."""

    account = models.OneToOneField(
        "people.Account", on_delete=models.PROTECT, related_name="business"
    )
    tax_code = models.CharField(max_length=14, unique=True)
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=80)


class Representation(models.Model):
    """One person may act for another, from `valid_from` until `valid_until`, once accepted.

    Empty `procedure_code` and `dossier_code` mean everything. Only the legal representative of a
    business has no end. `consent_paper` is the code of the scan in the vault.
    """

    code = models.UUIDField(default=uuid4, unique=True)
    principal = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="represented_by"
    )
    representative = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="acts_for"
    )
    kind = models.CharField(max_length=10, choices=RepresentationKind)
    legal = models.BooleanField(default=False)
    procedure_code = models.CharField(max_length=20, blank=True)
    dossier_code = models.CharField(max_length=50, blank=True)
    consent = models.CharField(max_length=5, choices=Consent)
    consent_paper = models.UUIDField(null=True)
    granted_at = models.DateTimeField()
    granted_by = models.CharField(max_length=80)
    accepted_at = models.DateTimeField(null=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(principal=models.F("representative")),
                name="representation_of_another",
            ),
            models.CheckConstraint(
                condition=models.Q(legal=True) | models.Q(valid_until__isnull=False),
                name="representation_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(consent="app") | models.Q(consent_paper__isnull=False),
                name="paper_consent_has_its_scan",
            ),
        ]
        indexes = [
            models.Index(
                fields=["representative"],
                name="representation_held",
                condition=models.Q(revoked_at__isnull=True),
            ),
            models.Index(fields=["principal", "-id"], name="representation_given"),
        ]
