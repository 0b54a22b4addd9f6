# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.reconcile_paper_first import (
    NotOnTheList,
    OwnRecord,
    StepsOpen,
    reconcile_paper_first,
)
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.models import PaperFirst
from motcua.domains.dossiers.queries import verification
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.kit.access import NotPermitted
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_record_paper_first import recorded
from tests.domains.dossiers.conftest import Town, acts, row

AT = vn("2026-07-14 08:00")
pytestmark = pytest.mark.django_db


def caught_up(town: Town, code: str) -> None:
    town.advance(town.specialist, code, "propose", AT)
    town.advance(town.leader, code, "approve", AT)
    take_cash(
        actor=town.counter, at=AT, key=by(town.counter, AT).key, dossier_code=code,
        amount_vnd=75_000, unit_id=town.centre_id,
    )  # fmt: skip
    file_result(code=code, at=AT)
    return_result(by=by(town.counter, AT), code=code, to="counter")


def test_the_leader_takes_it_off_the_list_when_the_system_has_caught_up(town: Town) -> None:
    code = town.appraised()
    recorded(town, code)
    with pytest.raises(StepsOpen):
        reconcile_paper_first(by=by(town.leader, AT), code=code)
    caught_up(town, code)

    reconcile_paper_first(by=by(town.leader, AT), code=code, note="Khớp")

    found = PaperFirst.objects.get()
    assert (found.reconciled_at, found.reconciled_by) == (AT, town.leader.code)
    assert acts(code)[-1] == "reconcile_paper_first"
    assert row(code).ended_at == vn("2026-07-10 09:00")
    assert [found for _, found in verification.differences()] == [[]]


def test_others_and_twice_are_refused(town: Town) -> None:
    code = town.appraised()

    with pytest.raises(NotOnTheList):
        reconcile_paper_first(by=by(town.leader, AT), code=code)
    recorded(town, code)
    caught_up(town, code)
    with pytest.raises(NotPermitted):
        reconcile_paper_first(by=by(town.specialist, AT), code=code)
    reconcile_paper_first(by=by(town.leader, AT), code=code)
    with pytest.raises(NotOnTheList):
        reconcile_paper_first(by=by(town.leader, AT), code=code)

    assert PaperFirst.objects.filter(reconciled_at=None).count() == 0


def test_who_recorded_the_hand_over_does_not_confirm_it(town: Town) -> None:
    code = town.appraised()
    recorded(town, code, actor=town.leader)
    caught_up(town, code)

    with pytest.raises(OwnRecord):
        reconcile_paper_first(by=by(town.leader, AT), code=code)

    reconcile_paper_first(by=by(replace(town.leader, code="cb-An"), AT), code=code)
