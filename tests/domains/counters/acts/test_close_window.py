# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.call_next import call_next
from motcua.domains.counters.acts.close_window import close_window
from motcua.domains.counters.commands import NoWindow
from motcua.domains.counters.models import TicketState
from motcua.domains.counters.queries import window_at
from tests.domains.counters.conftest import Centre, by, fresh


def test_a_number_left_at_a_window_goes_back_to_the_queue(centre: Centre) -> None:
    centre.seated()
    (ticket,) = centre.tickets("A")
    call_next(by=by(centre.hoa))

    close_window(by=by(centre.hoa))

    assert (fresh(ticket).state, fresh(ticket).window_id) == (TicketState.WAITING, None)
    assert window_at(centre.hoa.code) is None


def test_who_sits_nowhere_leaves_nothing(centre: Centre) -> None:
    with pytest.raises(NoWindow):
        close_window(by=by(centre.hoa))
