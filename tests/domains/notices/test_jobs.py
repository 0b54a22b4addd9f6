# SPDX-License-Identifier: Apache-2.0
"""The timed work of notices does not leave a rush for later."""

from __future__ import annotations

import pytest

from motcua.domains.notices import jobs
from motcua.domains.notices.acts.send_messages import BATCH
from motcua.domains.notices.models import Message, MessageState
from tests.domains.notices.conftest import told

pytestmark = pytest.mark.django_db


def test_a_rush_is_queued_at_once_not_batch_by_batch() -> None:
    for number in range(BATCH + 1):
        told(None, event_id=number + 1)

    jobs.post_messages(timestamp=0)

    assert Message.objects.count() == BATCH + 1
    assert not Message.objects.filter(state=MessageState.WAITING).exists()
