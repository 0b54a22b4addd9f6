# SPDX-License-Identifier: Apache-2.0
"""From the outbox through the hub and the gateway to the receipt, over real HTTP."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.test import Client

from motcua.domains.hub import queries as hub
from motcua.domains.hub.acts.call import call
from motcua.domains.hub.jobs import adapters
from motcua.domains.hub.patience import ATTEMPTS
from motcua.domains.notices import queries as notices
from motcua.domains.notices.acts.send_messages import send_messages
from motcua.domains.notices.jobs import dispatchers
from motcua.domains.notices.models import Message
from motcua.kit.posting import PartnerFault
from motcua.partners.messaging import client, outbound
from motcua.partners.messaging.sandbox.faults import Misbehaviour
from motcua.partners.messaging.signature import HEADER, sign
from tests.domains.notices.conftest import AT, CODE, told
from tests.partners.messaging.conftest import SECRET, Running

pytestmark = pytest.mark.django_db(transaction=True)
RECEIPT = "/doi-tac/tin-nhan/bien-nhan"


def posted() -> UUID:
    """One e-mail told and handed to the hub; its correlation id."""
    told(None)
    send_messages(at=AT, dispatchers=dispatchers())
    (exchange,) = hub.exchanges()
    return exchange.correlation_id


def state() -> tuple[str, str]:
    row = Message.objects.get()
    return row.state, row.outcome


def test_a_message_is_sent_and_its_receipt_says_that_it_arrived(messaging: Running) -> None:
    assert call(correlation_id=posted(), adapters=adapters(), at=AT)
    assert state() == ("sent", "accepted")

    messaging.deliver()

    assert state() == ("delivered", "delivered")
    (taken,) = messaging.gateway.taken.values()
    assert (taken.to, taken.channel) == ("an@example.vn", "email")
    assert CODE in taken.subject


def test_the_same_message_is_taken_once(messaging: Running) -> None:
    posted()
    subject = str(Message.objects.get().pk)

    for _ in range(3):
        outbound.send(subject=subject, correlation_id=uuid4(), at=AT)

    assert len(messaging.gateway.taken) == 1
    assert len(messaging.receipts) == 1


def test_a_dead_gateway_is_asked_again_and_then_given_up(messaging: Running) -> None:
    messaging.gateway.faults = {Misbehaviour.DOWN}
    exchange, at = posted(), AT
    for _ in range(3 * ATTEMPTS):
        call(correlation_id=exchange, adapters=adapters(), at=at)
        at += timedelta(minutes=20)

    assert state() == ("failed", "http_500")
    assert hub.exchanges()[0].state == "dead"
    assert Message.objects.get().attempts == ATTEMPTS


def test_a_message_that_went_through_late_is_sent(messaging: Running) -> None:
    messaging.gateway.faults = {Misbehaviour.DOWN}
    exchange = posted()
    call(correlation_id=exchange, adapters=adapters(), at=AT)
    messaging.gateway.faults = set()

    call(correlation_id=exchange, adapters=adapters(), at=AT + timedelta(minutes=5))

    assert state() == ("sent", "accepted")


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (Misbehaviour.LOST, "sent"),
        (Misbehaviour.UNDELIVERED, "failed"),
        (Misbehaviour.TWICE, "delivered"),
        (Misbehaviour.WRONG_SIGNATURE, "sent"),
    ],
)
def test_what_the_gateway_does_wrong_is_seen(
    messaging: Running, fault: Misbehaviour, found: str
) -> None:
    messaging.gateway.faults = {fault}
    call(correlation_id=posted(), adapters=adapters(), at=AT)

    messaging.deliver()

    assert state()[0] == found


def test_a_slow_gateway_is_not_waited_for(standin: Running) -> None:
    message = {"id": "1", "channel": "sms", "to": "0912345678", "text": "x", "receipt_to": "x"}

    with pytest.raises(PartnerFault) as caught:
        client.post(
            "http://127.0.0.1:9", message, secret=SECRET, correlation_id=uuid4(), seconds=0.1
        )

    assert (caught.value.outcome, caught.value.again) == ("unreachable", True)


def test_a_stranger_sends_nothing_through_it(standin: Running) -> None:
    with pytest.raises(PartnerFault) as caught:
        client.post(standin.address, {"id": "1"}, secret="sai", correlation_id=uuid4())

    assert (caught.value.outcome, caught.value.again) == ("http_403", False)


@pytest.mark.parametrize(
    ("body", "signed", "status"),
    [
        (b"{", True, 400),
        (b"[]", True, 400),
        (b'{"id": "1"}', True, 400),
        (b'{"id": "999", "delivered": true}', True, 404),
        (b'{"id": "1", "delivered": true}', False, 403),
        (b"x" * 20_000, True, 400),
        (b"[" * 15_000, True, 400),
    ],
)
def test_a_bad_receipt_changes_nothing(
    messaging: Running, body: bytes, signed: bool, status: int
) -> None:
    posted()
    signature = sign(body, SECRET if signed else "sai")

    answer = Client().post(
        RECEIPT, body, content_type="application/json", headers={HEADER: signature}
    )

    assert answer.status_code == status
    assert state()[0] == "posted"
    assert hub.exchanges(states=["refused"])


def test_without_a_gateway_e_mails_go_by_the_mail_server(db: None, settings: object) -> None:
    settings.MESSAGING_URL = ""
    told(None, kind="SupplementAsked", phone="0912345678")
    by_channel = {row.channel: str(row.pk) for row in Message.objects.all()}

    assert outbound.send(subject=by_channel["email"], correlation_id=uuid4(), at=AT) == "sent"
    with pytest.raises(PartnerFault):
        outbound.send(subject=by_channel["sms"], correlation_id=uuid4(), at=AT)

    assert CODE in mail.outbox[0].subject
    assert {line.channel: line.state for line in notices.messages_about(CODE)} == {
        "email": "sent",
        "sms": "failed",
    }


def test_the_hub_knows_no_address(messaging: Running) -> None:
    call(correlation_id=posted(), adapters=adapters(), at=AT)

    assert "an@example.vn" not in json.dumps([str(one) for one in hub.exchanges()])


def test_its_own_page_shows_what_would_have_gone_out(messaging: Running) -> None:
    call(correlation_id=posted(), adapters=adapters(), at=AT)
    started: list[object] = []

    pages = messaging.gateway(
        {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": "language=en"},
        lambda *answer: started.append(answer),
    )

    page = b"".join(pages).decode()
    assert "an@example.vn" in page
    assert "Messaging gateway (stand-in)" in page
