# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pikepdf
import pytest

from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.record_paper_first import (
    Handed,
    MomentWrong,
    RecordedBefore,
    ScanMissing,
    record_paper_first,
)
from motcua.domains.dossiers.acts.redate import redate
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import PaperFirst
from motcua.domains.dossiers.queries import verification
from motcua.domains.dossiers.queries.facts import facts
from motcua.domains.dossiers.reasons import ReasonMissing
from motcua.kit.access import Actor, NotPermitted
from motcua.kit.faults import Fault, NotAllowedNow
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts, row

AT, HANDED = vn("2026-07-13 08:00"), vn("2026-07-10 09:00")
pytestmark = pytest.mark.django_db


def scan() -> bytes:
    """A page, as a scanner makes it."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


def recorded(
    town: Town, code: str, at: datetime = HANDED, actor: Actor | None = None, **changes: object
) -> Outcome:
    stated = {"to": "Nguyễn Thị Lan", "why": "Mất điện", "file_name": "bien-nhan.pdf"}
    handed = Handed(at=at, scan=[scan()], **stated | changes)
    return record_paper_first(by=by(actor or town.counter, AT), code=code, handed=handed)


def test_the_dossier_is_judged_at_the_true_moment(town: Town) -> None:
    code = town.appraised()

    recorded(town, code)

    stored = row(code)
    assert (stored.step, stored.ended_at) == ("appraise", HANDED)
    assert stored.ended_at < stored.due_at < AT
    assert facts([code])[0].ended_at == HANDED
    assert acts(code)[-1] == "record_paper_first"
    assert [found for _, found in verification.differences()] == [[]]


def test_its_own_steps_are_done_later_and_keep_the_true_end(town: Town) -> None:
    code = town.appraised()
    recorded(town, code)

    town.advance(town.specialist, code, "propose", AT)
    town.advance(town.leader, code, "approve", AT)

    assert (row(code).status, row(code).ended_at) == (9, HANDED)
    assert [found for _, found in verification.differences()] == [[]]


def test_a_hand_over_after_the_decision_keeps_the_earlier_end(town: Town) -> None:
    code = town.decided()
    ended_at = row(code).ended_at

    recorded(town, code)

    assert row(code).ended_at == ended_at
    assert PaperFirst.objects.get().handed_at == HANDED


@pytest.mark.parametrize(
    ("at", "changes", "fault"),
    [
        (vn("2026-07-13 08:01"), {}, MomentWrong),
        (vn("2026-07-03 09:59"), {}, MomentWrong),
        (HANDED, {"why": " "}, ReasonMissing),
        (HANDED, {"to": ""}, ReasonMissing),
        (HANDED, {"file_name": ""}, ScanMissing),
    ],
)
def test_what_cannot_have_been_is_refused(
    town: Town, at: datetime, changes: dict[str, object], fault: type[Fault]
) -> None:
    code = town.appraised()

    with pytest.raises(fault):
        recorded(town, code, at, **changes)

    assert row(code).ended_at is None and not PaperFirst.objects.exists()


def test_a_result_is_not_given_before_the_pause_ended(town: Town) -> None:
    code = town.appraised()
    town.advance(town.specialist, code, "demand_tax", vn("2026-07-06 08:00"))
    with pytest.raises(NotAllowedNow):
        recorded(town, code)
    town.advance(town.counter, code, "paid", vn("2026-07-10 10:00"))

    with pytest.raises(MomentWrong):
        recorded(town, code)
    recorded(town, code, vn("2026-07-10 11:00"))

    assert row(code).ended_at == vn("2026-07-10 11:00")


def test_it_is_recorded_once_by_counter_or_leader(town: Town) -> None:
    code = town.appraised()
    handed = Handed(HANDED, "Lan", "Mất điện", "bien-nhan.pdf", [scan()])

    with pytest.raises(NotPermitted):
        record_paper_first(by=by(town.specialist, AT), code=code, handed=handed)
    command = by(town.leader, AT)
    for _ in range(2):
        record_paper_first(by=command, code=code, handed=handed)
    with pytest.raises(RecordedBefore):
        recorded(town, code)

    assert PaperFirst.objects.count() == 1


def test_its_clock_is_over(town: Town) -> None:
    code = town.appraised()
    recorded(town, code)
    until = vn("2026-08-03 08:00").date()

    with pytest.raises(NotAllowedNow):
        extend(by=by(town.leader, HANDED), code=code, to=vn("2026-07-15 10:00"), reason="x")
    with pytest.raises(NotAllowedNow):
        ask_supplement(
            by=by(town.specialist, AT), code=code, until_on=until,
            items=[Item("field:house.floors", "x", "")],
        )  # fmt: skip
    seq = row(code).chain_seq
    assert (
        redate(by=By(town.counter, AT, by(town.counter, AT).key), code=code, event_id=1).seq == seq
    )
