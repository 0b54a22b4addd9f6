# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import translation

from motcua.domains.notices import queries
from motcua.domains.notices.acts.mark_read import mark_read
from motcua.domains.notices.acts.send_emails import ATTEMPTS, send_emails
from motcua.domains.notices.acts.tell import tell
from motcua.domains.notices.models import Email, EmailState
from motcua.domains.people.models import Account
from tests.builders import vn

AT = vn("2026-07-03 10:00")
CODE = "H05.42-260703-0001"
pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    return Account.objects.create(
        sign_in_name="cd-1",
        kind="citizen",
        code="cd-1",
        full_name="Nguyễn Văn An",
        created_at=AT,
    )


class DeadBackend(EmailBackend):
    def send_messages(self, messages: object) -> int:
        raise SMTPException


def told(account: Account | None, event_id: int = 1) -> None:
    tell(
        event_id=event_id,
        kind="DossierReceived",
        dossier_code=CODE,
        account_id=account.pk if account else None,
        email="an@example.vn",
        at=AT,
    )


def test_the_same_event_is_told_once(account: Account) -> None:
    told(account)
    told(account)

    assert len(queries.latest(account.pk)) == 1
    assert Email.objects.count() == 1


def test_notices_speak_the_language_of_the_reader(account: Account) -> None:
    told(account)

    with translation.override("en"):
        assert queries.latest(account.pk)[0].words == f"Dossier {CODE} was accepted."


def test_read_notices_are_no_longer_counted(account: Account) -> None:
    told(account, 1)
    told(account, 2)
    assert queries.unread_count(account.pk) == 2

    mark_read(account_id=account.pk, at=AT)

    assert queries.unread_count(account.pk) == 0


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
