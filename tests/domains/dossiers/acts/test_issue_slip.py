# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.issue_slip import NothingToReport, chain_of, issue_slip
from motcua.domains.dossiers.jobs import issue_slips
from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.queries.slips import pdf_of, slip_values, slips
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.kit.access import SYSTEM, NotPermitted, Role
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from tests.builders import by, official, vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.slips.walked import WALKS, asked, paid, returned
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two

AT = vn("2026-07-08 10:00")
WRITERS = 64


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize("kind", list(WALKS))
def test_each_form_is_filled_numbered_and_filed(town: Town, kind: SlipKind) -> None:
    code = WALKS[kind](town)

    issued = issue_slip(by=by(SYSTEM, AT), code=code, kind=kind)

    paper = vault.paper(issued.paper_code)
    assert (paper.kind, paper.media_type) == ("slip", "application/pdf")
    assert slip_values(issued.id)["number"] == issued.number != ""
    assert pdf_of(issued).startswith(b"%PDF-")


def test_the_same_act_is_reported_once(town: Town) -> None:
    code = town.received()

    first = issue_slip(by=by(SYSTEM, AT), code=code, kind="receipt")
    again = issue_slip(by=by(town.counter, AT), code=code, kind="receipt")

    assert first == again
    assert first.number == "01/TNHS"
    assert Slip.objects.count() == 1


def test_a_reason_issues_another_edition_once_for_each_command(town: Town) -> None:
    code, command = town.received(), by(town.counter, AT)
    first = issue_slip(by=command, code=code, kind="receipt")

    second = issue_slip(by=command, code=code, kind="receipt", reason="Bị mất")
    repeated = issue_slip(by=command, code=code, kind="receipt", reason="Bị mất")

    assert (first.edition, second.edition) == (1, 2)
    assert second == repeated and second.number == "02/TNHS"
    assert slip_values(second.id)["subtitle"] == "Cấp lại lần 1"


def test_what_was_issued_stays_though_the_dossier_changes(town: Town) -> None:
    code = town.received()
    issued = issue_slip(by=by(SYSTEM, AT), code=code, kind="receipt")
    before = slip_values(issued.id), pdf_of(issued)

    paid(town, code)
    again = issue_slip(by=by(SYSTEM, AT), code=code, kind="receipt")

    assert (slip_values(again.id), pdf_of(again)) == before


def test_the_control_slip_is_issued_anew_when_something_has_happened_since(town: Town) -> None:
    code = town.received()
    first = issue_slip(by=by(town.counter, AT), code=code, kind="control-slip")

    town.advance(town.counter, code, "hand_over", vn("2026-07-03 11:00"))
    second = issue_slip(by=by(town.counter, AT), code=code, kind="control-slip")

    assert (first.number, second.number) == ("01/KSHS", "02/KSHS")


def test_issuing_leaves_audit_and_event(town: Town) -> None:
    code = town.received()

    issue_slip(by=by(town.counter, AT), code=code, kind="receipt")

    entry = AuditEntry.objects.get(chain=chain_of(code))
    assert (entry.act, entry.payload["number"]) == ("issue_slip", "01/TNHS")
    assert entry.post == f"counter@{town.counter.posts[0].unit_code}"
    told = OutboxEvent.objects.get(topic="SlipIssued")
    assert (told.subject, told.payload["kind"]) == (code, "receipt")


def test_what_has_not_happened_is_not_reported(town: Town) -> None:
    with pytest.raises(NothingToReport):
        issue_slip(by=by(SYSTEM, AT), code=town.submitted(), kind="receipt")


def test_strangers_and_citizens_may_not_issue(town: Town) -> None:
    code = town.received()
    stranger = official("Lạ", ("H05.92", Role.SPECIALIST))
    admin = official("Trang", (units.agency(town.centre_id).code, Role.UNIT_ADMIN))

    for actor in (stranger, admin, town.citizen):
        with pytest.raises(NotPermitted):
            issue_slip(by=by(actor, AT), code=code, kind="receipt")


def test_an_unknown_dossier_is_not_found(town: Town) -> None:
    with pytest.raises(NotFound):
        issue_slip(by=by(SYSTEM, AT), code="H05.99-260703-0001", kind="receipt")


def test_the_job_issues_everything_that_was_missed_and_nothing_twice(town: Town) -> None:
    code = returned(town)

    for _ in range(2):
        issue_slips(code=code, since="2026-07-03T00:00:00+07:00")

    found = [one.kind for one in slips(Slip.objects.first().dossier_id)]
    assert sorted(found) == ["fee-receipt", "receipt", "result-receipt"]


def test_the_job_leaves_what_was_before_its_event(town: Town) -> None:
    code = asked(town)

    issue_slips(code=code, since=vn("2026-07-03 13:00").isoformat())

    assert [one.kind for one in slips(Slip.objects.get().dossier_id)] == ["supplement"]


def test_the_fee_receipt_bears_the_number_of_the_money(town: Town) -> None:
    code = paid(town)

    issued = issue_slip(by=by(SYSTEM, AT), code=code, kind="fee-receipt")

    values = slip_values(issued.id)
    assert issued.number.startswith("H05.") and "-2026-0000001" in issued.number
    assert "Bảy mươi lăm nghìn đồng." in str(values["blocks"])
    assert len(values["copies"]) == 3


def test_each_payment_of_two_accounts_has_its_fee_receipt(town: Town) -> None:
    code = owing_two(town)
    reference = start_payment(
        actor=town.citizen, at=AT, key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    settle_payment(heard=heard(reference, amount_vnd=45_000), at=AT)
    first = slip_values(issue_slip(by=by(SYSTEM, AT), code=code, kind="fee-receipt").id)
    take_cash(
        actor=town.counter, at=AT, key=uuid4(), dossier_code=code, amount_vnd=30_000,
        unit_id=town.centre_id,
    )  # fmt: skip

    issue_slips(code=code, since=AT.isoformat())

    issued = [one for one in slips(Slip.objects.first().dossier_id) if one.kind == "fee-receipt"]
    assert len(issued) == 2
    assert "Phí thẩm định" in str(first) and "Lệ phí cấp phép" not in str(first)
    assert "0000000000147" in str(first) and "UBND PHUONG" in str(first)
    second = next(one for one in map(slip_values, (s.id for s in issued)) if one != first)
    assert "Ba mươi nghìn đồng." in str(second) and "Tài khoản thụ hưởng" not in str(second)


@pytest.mark.parametrize("statement", ["UPDATE dossiers_slip SET number = 'x'",
                                       "DELETE FROM dossiers_slip"])  # fmt: skip
def test_the_database_refuses_to_change_what_was_issued(town: Town, statement: str) -> None:
    issue_slip(by=by(SYSTEM, AT), code=town.received(), kind="receipt")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_act_that_fails_gives_its_number_back(town: Town, monkeypatch) -> None:
    code = town.received()
    broken = replace(SYSTEM, code="x" * 200)  # longer than the log can hold

    with pytest.raises(DatabaseError), transaction.atomic():
        issue_slip(by=by(broken, AT), code=code, kind="receipt")
    issued = issue_slip(by=by(SYSTEM, AT), code=code, kind="receipt")

    assert issued.number == "01/TNHS"
    assert slips(Slip.objects.get().dossier_id) == (issued,)


def test_what_a_stand_in_did_is_reported_by_the_unit_of_the_post(town: Town) -> None:
    code = town.appraised()
    posts = tuple(replace(post, for_code="cb-000009") for post in town.leader.posts)
    stand_in = replace(town.leader, posts=posts)
    to = vn("2026-07-15 16:00")
    extend(by=by(stand_in, vn("2026-07-06 09:00")), code=code, to=to, reason="Chờ xác minh")

    (occasion,) = occasions(code, [SlipKind.EXTENSION])

    assert occasion.unit_id == town.competent_id
