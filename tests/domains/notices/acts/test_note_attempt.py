# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.notices.acts.note_attempt import note_attempt, note_sent
from motcua.domains.notices.models import Message
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db


def only() -> Message:
    return Message.objects.get()


def test_failed_attempts_are_counted_until_it_is_given_up() -> None:
    told(None)

    note_attempt(message_id=only().pk, outcome="http_500", given_up=False)
    assert (only().state, only().attempts, only().outcome) == ("waiting", 1, "http_500")
    note_attempt(message_id=only().pk, outcome="http_500", given_up=True)

    assert (only().state, only().attempts) == ("failed", 2)


def test_a_message_that_was_sent_stays_sent() -> None:
    told(None)
    note_sent(message_id=only().pk, reference="m-1", at=AT)

    note_attempt(message_id=only().pk, outcome="timeout", given_up=True)

    assert (only().state, only().reference, only().sent_at) == ("sent", "m-1", AT)
