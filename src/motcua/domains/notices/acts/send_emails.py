# SPDX-License-Identifier: Apache-2.0
"""Send the e-mails that wait."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from motcua.domains.notices.models import Email, EmailState
from motcua.domains.notices.words import sentence

BATCH = 100
ATTEMPTS = 6


def send_emails(*, at: datetime) -> int:
    """Send one batch, each letter in its own transaction; returns how many went out.

    A letter whose sending failed waits for the next call; after six attempts it is given up.
    """
    waiting = Email.objects.filter(state=EmailState.WAITING).order_by("attempts", "id")
    return sum(_send(pk, at) for pk in list(waiting.values_list("pk", flat=True)[:BATCH]))


@transaction.atomic
def _send(pk: int, at: datetime) -> bool:
    letters = Email.objects.select_for_update(skip_locked=True)
    letter = letters.filter(pk=pk, state=EmailState.WAITING).first()
    if letter is None:
        return False
    letter.attempts += 1
    try:
        _post(letter)
    except (OSError, SMTPException):
        letter.state = EmailState.FAILED if letter.attempts >= ATTEMPTS else EmailState.WAITING
    else:
        letter.state, letter.sent_at = EmailState.SENT, at
    letter.save(update_fields=["attempts", "state", "sent_at"])
    return letter.state == EmailState.SENT


def _post(letter: Email) -> None:
    with translation.override(letter.language):
        words = sentence(letter.kind, letter.dossier_code)
        where = f"{settings.PUBLIC_URL}/tra-cuu"
        body = f"{words}\n\n{gettext('Follow your dossier at:')} {where}\n"
        send_mail(words, body, None, [letter.to])
