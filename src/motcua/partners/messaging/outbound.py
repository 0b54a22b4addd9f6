# SPDX-License-Identifier: Apache-2.0
"""Sends e-mails and text messages for the hub: by the gateway, or e-mails by the mail server."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from motcua.domains.hub.acts.send import send as ask
from motcua.domains.hub.patience import ATTEMPTS
from motcua.domains.notices import queries as notices
from motcua.domains.notices.acts.note_attempt import note_attempt, note_sent
from motcua.domains.notices.channels import Channel
from motcua.domains.notices.queries import Letter
from motcua.kit.posting import PartnerFault
from motcua.partners.messaging import client

PARTNER = "messaging"
ADDRESSES = "motcua.partners.messaging.urls"  # alone: the worker needs no page of any face


def dispatch_email(*, message_id: int, at: datetime) -> None:
    """Queue an e-mail."""
    ask(partner=PARTNER, operation=Channel.EMAIL.value, subject=str(message_id), at=at)


def dispatch_sms(*, message_id: int, at: datetime) -> None:
    """Queue a text message."""
    ask(partner=PARTNER, operation=Channel.SMS.value, subject=str(message_id), at=at)


def send(*, subject: str, correlation_id: UUID, at: datetime) -> str:
    """Send one message and note how that went. Raises PartnerFault."""
    message_id = int(subject)
    try:
        reference = _carry(notices.letter(message_id), subject, correlation_id)
    except PartnerFault as fault:
        given_up = not fault.again or notices.attempts(message_id) + 1 >= ATTEMPTS
        note_attempt(message_id=message_id, outcome=fault.outcome, given_up=given_up)
        raise
    note_sent(message_id=message_id, reference=reference, at=at)
    return "sent"


def _carry(letter: Letter, subject: str, correlation_id: UUID) -> str:
    if settings.MESSAGING_URL:
        message = {
            "id": subject, "channel": letter.channel, "to": letter.to,
            "subject": letter.subject, "text": letter.text,
            "receipt_to": settings.PUBLIC_URL + reverse("receipt", urlconf=ADDRESSES),
        }  # fmt: skip
        return client.post(
            settings.MESSAGING_URL, message, secret=settings.MESSAGING_SECRET,
            correlation_id=correlation_id,
        )  # fmt: skip
    if letter.channel != Channel.EMAIL:
        raise PartnerFault("no_gateway", again=False)
    try:
        send_mail(letter.subject, letter.text, None, [letter.to])
    except (OSError, SMTPException) as error:
        raise PartnerFault("mail_server", again=True) from error
    return "smtp"
