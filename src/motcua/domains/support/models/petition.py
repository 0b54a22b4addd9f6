# SPDX-License-Identifier: Apache-2.0
"""A petition, its present state and clocks, and the words said about it."""

from __future__ import annotations

from django.db import models

from motcua.rules.petitions import KIND_TITLES, STATE_TITLES


class Petition(models.Model):
    """What somebody reported or proposed; state and clocks are re-derivable from its chain.

    `pauses` are [asked, supplied or null] moments in ISO; `late` says that a legal clock was
    missed; `public_*` are the texts without personal data that everybody may read.
    """

    code = models.CharField(max_length=30, unique=True)
    kind = models.CharField(
        max_length=12, choices=[(kind.value, kind.value) for kind in KIND_TITLES]
    )
    words = models.TextField()
    place = models.CharField(max_length=300, blank=True)
    dossier_code = models.CharField(max_length=50, blank=True)
    photo = models.ForeignKey("vault.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    petitioner_name = models.CharField(max_length=200, blank=True)
    petitioner_phone = models.CharField(max_length=20, blank=True)
    petitioner_email = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=10)
    filed_at = models.DateTimeField()
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=[(state.value, state.value) for state in STATE_TITLES]
    )
    began_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    pauses = models.JSONField(default=list)
    answered_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    resolve_due_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    reopened = models.PositiveSmallIntegerField(default=0)
    satisfied = models.BooleanField(null=True)
    public_words = models.TextField(blank=True)
    public_answer = models.TextField(blank=True)
    chain_seq = models.PositiveIntegerField()
    chain_hash = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "due_at", "id"], name="petition_unit_due"),
            models.Index(fields=["account", "-id"], name="petition_account"),
            models.Index(fields=["-published_at", "-id"], name="petition_published"),
        ]


class PetitionStep(models.Model):
    """One line of the history of a petition with what was said; who said it stands in the log.

    `was_due_at` is the due moment from before a changed calendar moved it.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="steps")
    act = models.CharField(max_length=20)
    at = models.DateTimeField()
    unit = models.ForeignKey("units.Agency", on_delete=models.PROTECT, related_name="+")
    by_petitioner = models.BooleanField()
    text = models.TextField(blank=True)
    was_due_at = models.DateTimeField(null=True)
