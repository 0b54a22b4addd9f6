# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.rate import rate
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.domains.quality.models import DayCount, DossierFact
from motcua.kit import relay
from motcua.kit.models import OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

LATE = vn("2026-07-20 10:00")
PAID_AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def relayed() -> None:
    """Tell everything in the outbox to the folder, as the relay does."""
    wiring = relay.Wiring(handlers={}, folders=(fold_events,))
    while relay.turn(wiring, at=LATE):
        pass


def counted(unit_id: int) -> dict[str, dict[str, int]]:
    columns = ("submitted", "received", "ended", "ended_on_time", "returned")
    return {
        f"{one.on:%d/%m}": {name: getattr(one, name) for name in columns if getattr(one, name)}
        for one in DayCount.objects.filter(unit_id=unit_id)
    }


def test_each_event_counts_on_its_day_for_the_competent_unit(town: Town) -> None:
    code = town.decided()
    pay(town, code)
    file_result(code=code, at=PAID_AT)
    return_result(by=by(town.counter, PAID_AT), code=code, to="counter")

    relayed()

    assert counted(town.competent_id) == {
        "03/07": {"submitted": 1, "received": 1},
        "07/07": {"ended": 1, "ended_on_time": 1, "returned": 1},
    }


def test_a_late_decision_is_not_on_time(town: Town) -> None:
    town.decided(at=LATE)

    relayed()

    assert counted(town.competent_id)["20/07"] == {"ended": 1}


def test_a_refusal_is_no_decision(town: Town) -> None:
    code = town.submitted()
    refuse(by=by(town.counter, LATE), code=code, reason="Không thuộc thẩm quyền")

    relayed()

    assert counted(town.competent_id) == {"03/07": {"submitted": 1}}
    assert DossierFact.objects.get(dossier_code=code).status == 3


def test_the_day_is_that_of_vietnam(town: Town) -> None:
    town.submitted(at=vn("2026-07-04 00:30"))

    relayed()

    assert DayCount.objects.get().on == date(2026, 7, 4)


def test_a_fact_follows_the_dossier(town: Town) -> None:
    code = town.decided()
    relayed()
    before = DossierFact.objects.get(dossier_code=code)

    rate(by=by(town.citizen, LATE), code=code, stars=4)
    relayed()

    after = DossierFact.objects.get(dossier_code=code)
    assert (before.stars, after.stars) == (None, 4)
    assert (after.due_at, after.ended_at) == (row(code).due_at, row(code).ended_at)
    assert after.has_obligation
    assert not after.e_result
    assert after.last_event_id > before.last_event_id


def test_nothing_counts_as_digitised_before_its_file_is_there(town: Town) -> None:
    code = town.decided()
    pay(town, code)
    relayed()
    before = DossierFact.objects.get(dossier_code=code)

    file_result(code=code, at=PAID_AT)
    return_result(by=by(town.counter, PAID_AT), code=code, to="counter")
    relayed()

    after = DossierFact.objects.get(dossier_code=code)
    assert (before.result_digitised, after.result_digitised) == (False, True)
    assert not (after.e_result or after.components_digitised or after.components_reused)


def test_an_empty_turn_changes_nothing(town: Town) -> None:
    town.submitted()
    relayed()

    relayed()

    assert counted(town.competent_id) == {"03/07": {"submitted": 1}}
    assert not OutboxEvent.objects.filter(state=0).exists()


def pay(town: Town, code: str) -> None:
    take_cash(
        actor=town.counter, at=PAID_AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip
