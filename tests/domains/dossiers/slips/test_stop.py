# SPDX-License-Identifier: Apache-2.0
"""The stop notice: ground, stage, money, and whose signature it waits for."""

from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips.filling import filled
from motcua.domains.dossiers.slips.occasion import occasions
from motcua.domains.dossiers.slips.stop import AT_WISH, BY_DECISION
from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from tests.builders import by
from tests.domains.dossiers.conftest import HANDED_AT, Town
from tests.domains.dossiers.slips.walked import ASKED_AT, REASON, paid
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two

pytestmark = pytest.mark.django_db


def notice(code: str) -> tuple[dict[str, str], str]:
    """The lines of the notice and the name under it."""
    values = filled(next(occasions(code, [SlipKind.STOP])))
    lines = {label: value for label, value, _ in values["blocks"][0]["rows"]}
    return lines, values["signers"][0]["name"]


def test_a_leader_who_stops_stands_under_the_notice(town: Town) -> None:
    code = town.appraised()
    stop(by=by(town.leader, ASKED_AT), code=code, reason=REASON)

    lines, signer = notice(code)

    assert (lines["Căn cứ dừng giải quyết"], lines["Lý do"]) == (BY_DECISION, REASON)
    assert lines["Giai đoạn giải quyết khi dừng"] == "Thẩm định"
    assert "không phải nộp" in lines["Phí, lệ phí"] and signer == town.leader.name


def test_a_specialist_who_stops_does_not_sign_for_the_leader(town: Town) -> None:
    code = town.appraised()
    stop(by=by(town.specialist, ASKED_AT), code=code, reason=REASON)

    assert notice(code)[1] == ""


def test_an_applicant_who_withdraws_gets_it_too(town: Town) -> None:
    code = paid(town)
    withdraw(by=by(town.citizen, ASKED_AT), code=code, reason="Không còn nhu cầu")

    lines, signer = notice(code)

    assert lines["Căn cứ dừng giải quyết"] == AT_WISH and signer == ""
    assert "Đã thu 75.000 đồng" in lines["Phí, lệ phí"]


def test_what_was_paid_of_two_parts_and_what_is_left_are_named_apart(town: Town) -> None:
    code = owing_two(town)
    reference = start_payment(
        actor=town.citizen, at=HANDED_AT, key=uuid4(), dossier_code=code, payer_name="Lan"
    )
    settle_payment(heard=heard(reference, amount_vnd=45_000), at=HANDED_AT)
    withdraw(by=by(town.citizen, ASKED_AT), code=code, reason="Không còn nhu cầu")

    fee = notice(code)[0]["Phí, lệ phí"]

    assert "Đã thu 45.000 đồng" in fee and "không phải nộp khoản còn lại" in fee
