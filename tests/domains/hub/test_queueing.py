# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest
from procrastinate.contrib.django import app
from procrastinate.testing import InMemoryConnector
from pytest_django import DjangoCaptureOnCommitCallbacks

from motcua.domains.hub.queueing import queue
from tests.builders import vn


@pytest.mark.django_db
def test_inside_a_worker_a_call_waits_for_the_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    own = InMemoryConnector()
    with app.replace_connector(own):
        with django_capture_on_commit_callbacks() as after:
            queue(uuid4(), vn("2026-07-03 10:00"))
            assert own.jobs == {}

        for callback in after:
            callback()
        assert [job["task_name"] for job in own.jobs.values()] == ["hub.call"]
