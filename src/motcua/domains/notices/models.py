# SPDX-License-Identifier: Apache-2.0
"""Tables of notices."""

from __future__ import annotations

from django.db import models

from motcua.domains.notices.channels import Channel, Group


class Notice(models.Model):
    """A line in somebody's in-app list; the words are made when it is shown."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    event_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    dossier_code = models.CharField(max_length=50)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "event_id"], name="notice_once_per_event")
        ]
        indexes = [models.Index(fields=["account", "-id"], name="notice_account")]


class MessageState(models.TextChoices):
    """How far a message has come; `posted` lies before the partner's door."""

    WAITING = "waiting"
    POSTED = "posted"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"


class Message(models.Model):
    """An e-mail or text message on its way; its words are made when it is sent.

    `reference` is the partner's own number of it, `outcome` a short code of the last attempt.
    """

    event_id = models.BigIntegerField()
    channel = models.CharField(max_length=5, choices=Channel, default=Channel.EMAIL)
    account = models.ForeignKey(
        "people.Account", on_delete=models.CASCADE, null=True, related_name="+"
    )
    to = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    dossier_code = models.CharField(max_length=50)
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=9, choices=MessageState, default=MessageState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    send_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event_id", "channel", "to"], name="message_once_per_event"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], name="message_waiting",
                condition=models.Q(state=MessageState.WAITING),
            ),
            models.Index(fields=["dossier_code", "-id"], name="message_about"),
            models.Index(fields=["state", "-id"], name="message_state"),
        ]  # fmt: skip


class Choice(models.Model):
    """By which ways somebody wants to hear one kind of news; without a row the defaults hold."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=10, choices=Group)
    in_app = models.BooleanField()
    email = models.BooleanField()
    sms = models.BooleanField()
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "group"], name="one_choice_per_kind")
        ]
