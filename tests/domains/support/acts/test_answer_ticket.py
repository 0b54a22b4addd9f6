# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.close_ticket import close_ticket
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.queries import tickets
from motcua.kit.access import GUEST, NotPermitted
from motcua.kit.faults import NotAllowedNow, NotFound
from motcua.kit.models import OutboxEvent
from tests.domains.support.conftest import Place, by


def filed(place: Place) -> str:
    """A ticket of the unit's specialist."""
    ticket = NewTicket(words="Không thấy nút phê duyệt.")
    return file_ticket(by=by(place.specialist), ticket=ticket).code


@pytest.mark.parametrize("who", ["operator", "admin"])
def test_operators_and_the_units_own_administrator_answer(place: Place, who: str) -> None:
    code = filed(place)

    answer_ticket(by=by(getattr(place, who)), code=code, answer="Đã giao vị trí cho anh.")

    (line,) = tickets.said(code)
    assert (tickets.card(code).state, line.by_asker) == ("answered", False)
    assert OutboxEvent.objects.filter(topic="TicketAnswered", subject=code).exists()


def test_nobody_else_answers_or_even_sees_it(place: Place) -> None:
    code = filed(place)

    for actor in (place.other_admin, place.leader, place.citizen, GUEST):
        with pytest.raises(NotPermitted):
            answer_ticket(by=by(actor), code=code, answer="x")
    assert tickets.inbox(place.other_admin) == ()
    assert [card.code for card in tickets.inbox(place.admin)] == [code]
    assert [card.code for card in tickets.inbox(place.operator)] == [code]


def test_the_ticket_of_a_guest_belongs_to_the_operators(place: Place) -> None:
    code = file_ticket(by=by(GUEST), ticket=NewTicket(words="Tôi mất mã hồ sơ rồi.")).code

    with pytest.raises(NotPermitted):
        answer_ticket(by=by(place.admin), code=code, answer="x")
    answer_ticket(by=by(place.operator), code=code, answer="Mang căn cước đến một cửa.")

    assert tickets.card(code).state == "answered"


def test_a_closed_one_is_not_answered(place: Place) -> None:
    code = filed(place)
    close_ticket(by=by(place.admin), code=code)

    with pytest.raises(NotAllowedNow):
        answer_ticket(by=by(place.admin), code=code, answer="x")
    with pytest.raises(NotFound):
        answer_ticket(by=by(place.admin), code="HT-260703-999999", answer="x")
