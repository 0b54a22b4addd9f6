# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime

import pytest

from motcua.domains.notices.acts.send_messages import send_messages
from motcua.domains.notices.models import Message, MessageState
from tests.builders import vn
from tests.domains.notices.conftest import AT, told

pytestmark = pytest.mark.django_db


class Tray:
    """Takes messages over and remembers which."""

    def __init__(self) -> None:
        self.taken: list[int] = []

    def __call__(self, *, message_id: int, at: datetime) -> None:
        self.taken.append(message_id)


def test_each_message_is_handed_over_once() -> None:
    told(None)
    tray = Tray()

    counts = [send_messages(at=AT, dispatchers={"email": tray}) for _ in range(2)]

    assert counts == [1, 0]
    assert tray.taken == [Message.objects.get().pk]
    assert Message.objects.get().state == MessageState.POSTED


def test_a_text_message_rests_at_night() -> None:
    night = vn("2026-07-03 22:30")
    told(None, at=night, kind="SupplementAsked", phone="0912345678")
    tray = Tray()

    send_messages(at=night, dispatchers={"email": tray, "sms": tray})
    assert len(tray.taken) == 1
    send_messages(at=vn("2026-07-04 06:00"), dispatchers={"email": tray, "sms": tray})

    assert len(tray.taken) == 2


def test_without_a_sender_it_fails_visibly() -> None:
    told(None)

    send_messages(at=AT, dispatchers={})

    stored = Message.objects.get()
    assert (stored.state, stored.outcome) == (MessageState.FAILED, "no_sender")
