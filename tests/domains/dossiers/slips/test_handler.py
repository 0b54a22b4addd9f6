# SPDX-License-Identifier: Apache-2.0
"""Events put the issuing of their forms into the job queue, once for each dossier of a batch."""

from __future__ import annotations

import pytest
from django.conf import settings
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.kit import relay
from motcua.kit.relay import wired
from tests.builders import vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import asked, paid

AT = vn("2026-07-08 10:00")
pytestmark = pytest.mark.django_db


def jobs() -> list[dict[str, str]]:
    found = ProcrastinateJob.objects.filter(task_name="dossiers.issue_slips").order_by("id")
    return list(found.values_list("args", flat=True))


def told() -> None:
    heard = {
        topic: [path for path in paths if path.endswith("on_slip_due")]
        for topic, paths in settings.EVENT_HANDLERS.items()
    }
    while relay.turn(wired(heard, ()), at=AT):
        pass


def test_a_batch_gives_one_job_a_dossier_from_its_first_event_on(town: Town) -> None:
    first, second = asked(town), paid(town)

    told()

    assert [job["code"] for job in jobs()] == [first, second]
    assert jobs()[0]["since"].startswith("2026-07-03T03:00")


def test_what_no_form_reports_makes_no_job(town: Town) -> None:
    town.submitted()

    told()

    assert jobs() == []
