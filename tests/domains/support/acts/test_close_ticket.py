# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.close_ticket import close_ticket
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.queries import tickets
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.support.conftest import Place, by


def filed(place: Place) -> str:
    """A ticket of the unit's specialist."""
    ticket = NewTicket(words="Không thấy nút phê duyệt.")
    return file_ticket(by=by(place.specialist), ticket=ticket).code


@pytest.mark.parametrize("who", ["operator", "admin", "asker"])
def test_support_or_asker_end_it(place: Place, who: str) -> None:
    code = filed(place)
    holder = tickets.holder(code=code, secret=tickets.secret_of(code))
    actor = holder if who == "asker" else getattr(place, who)

    close_ticket(by=by(actor), code=code)

    assert tickets.card(code).state == "closed"
    with pytest.raises(NotAllowedNow):
        close_ticket(by=by(actor), code=code)


def test_a_stranger_does_not(place: Place) -> None:
    with pytest.raises(NotPermitted):
        close_ticket(by=by(place.stranger), code=filed(place))


def test_a_repetition_changes_nothing(place: Place) -> None:
    command = by(place.admin)
    code = filed(place)

    first = close_ticket(by=command, code=code)

    assert close_ticket(by=command, code=code) == first
