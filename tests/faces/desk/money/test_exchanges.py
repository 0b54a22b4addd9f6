# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from motcua.domains.hub import queries as hub
from motcua.domains.hub.acts.call import call
from motcua.domains.hub.acts.note_inbound import note_inbound
from motcua.domains.hub.acts.send import send
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.posting import PartnerFault
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text

PAGE = "/desk/exchanges"


def dead() -> UUID:
    at = clock.now()
    correlation_id = send(partner="bank", operation="pay", subject="REF-1", at=at)

    def refuse(*, subject: str, correlation_id: UUID, at: datetime) -> str:
        raise PartnerFault("refused_CLOSED", again=False)

    call(correlation_id=correlation_id, adapters={"bank.pay": refuse}, at=at)
    return correlation_id


def test_an_operator_replays_what_was_given_up(town: Town, desk_of: Desks) -> None:
    exchange = dead()
    desk = desk_of(official("Yến", (units.agency(town.centre_id).code, Role.OPERATOR)))

    assert "bị từ chối: CLOSED" in text(desk.get(PAGE))
    assert desk.post(f"{PAGE}/{exchange}/replay", {"key": str(uuid4())}).status_code == 303

    assert hub.exchanges()[0].state == "waiting"
    assert "CLOSED" not in text(desk.get(f"{PAGE}?state=dead"))
    assert desk.get(f"{PAGE}?state=none").status_code == 200


def test_the_log_speaks_in_words_and_keeps_codes_it_does_not_know(
    town: Town, desk_of: Desks
) -> None:
    at = clock.now()
    for partner, outcome in (("payment_gateway", "wrong_amount"), ("messaging", "sent_to_moon")):
        note_inbound(
            partner=partner, operation="confirm", subject="REF-1", at=at, took_ms=1,
            outcome=outcome, accepted=False,
        )  # fmt: skip
    desk = desk_of(official("Yến", (units.agency(town.centre_id).code, Role.OPERATOR)))

    page = text(desk.get(PAGE))

    assert "nền tảng thanh toán · xác nhận thanh toán" in page
    assert "số tiền khác" in page and "sent_to_moon" in page


def test_nobody_else_sees_the_log(town: Town, desk_of: Desks) -> None:
    assert desk_of(town.leader).get(PAGE).status_code == 403
