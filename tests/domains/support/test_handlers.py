# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.config import wiring
from motcua.domains.notices import queries as notices
from motcua.domains.notices.words import SENTENCES
from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.handlers import KINDS
from motcua.kit import relay
from motcua.kit.access import GUEST
from tests.domains.support.conftest import FILED_AT, Place, by


def tell() -> None:
    """Tell everything that waits, as the relay does."""
    relay.turn(relay.wired(wiring.HANDLERS, wiring.FOLDERS), at=FILED_AT)


def test_the_petitioner_is_told_of_the_answer_and_nobody_of_the_work(place: Place) -> None:
    code = place.answered()

    tell()

    (notice,) = notices.latest(place.citizen.account_id)
    assert code in notice.words


def test_the_asker_is_told_and_a_guest_looks_by_code(place: Place) -> None:
    for actor in (place.citizen, GUEST):
        ticket = NewTicket(words="Tôi không gửi được hồ sơ.")
        code = file_ticket(by=by(actor), ticket=ticket).code
        answer_ticket(by=by(place.operator), code=code, answer="Tải lại trang.")

    tell()

    assert len(notices.latest(place.citizen.account_id)) == 1


def test_every_kind_has_its_sentence() -> None:
    assert {*KINDS.values(), "TicketAnswered"} <= set(SENTENCES)
