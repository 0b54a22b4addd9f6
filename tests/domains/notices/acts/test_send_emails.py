# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from motcua.domains.notices.acts.send_emails import ATTEMPTS, send_emails
from motcua.domains.notices.models import Email, EmailState
from tests.domains.notices.conftest import AT, CODE, told

pytestmark = pytest.mark.django_db


class DeadBackend(EmailBackend):
    def send_messages(self, messages: object) -> int:
        raise SMTPException


def test_a_letter_goes_out_once_and_names_nobody() -> None:
    told(None)

    assert (send_emails(at=AT), send_emails(at=AT)) == (1, 0)
    assert CODE in mail.outbox[0].subject
    assert "An" not in mail.outbox[0].body.split()


def test_a_dead_mail_server_is_tried_again_and_then_given_up(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DeadBackend"
    told(None)
    for _ in range(ATTEMPTS):
        assert send_emails(at=AT) == 0

    assert Email.objects.get().state == EmailState.FAILED
