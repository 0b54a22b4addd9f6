# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.notices.acts.note_attempt import note_sent
from motcua.domains.notices.acts.note_receipt import note_receipt
from motcua.domains.notices.models import Message
from motcua.kit.faults import NotFound
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db


def receipt(message_id: int, *, delivered: bool = True) -> None:
    note_receipt(message_id=message_id, delivered=delivered, outcome="ok", at=AT)


def test_a_receipt_says_that_it_arrived_even_before_we_noted_the_sending() -> None:
    told(None)
    message_id = Message.objects.get().pk

    receipt(message_id)
    note_sent(message_id=message_id, reference="m-1", at=AT)
    receipt(message_id, delivered=False)

    stored = Message.objects.get()
    assert (stored.state, stored.delivered_at, stored.sent_at) == ("delivered", AT, AT)


def test_a_receipt_for_nothing_is_refused() -> None:
    with pytest.raises(NotFound):
        receipt(99)
