# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.close_ticket import close_ticket
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.acts.reopen_ticket import reopen_ticket
from motcua.domains.support.queries import tickets
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.support.conftest import Place, by


def filed(place: Place) -> str:
    """A ticket of the unit's specialist."""
    ticket = NewTicket(words="Không thấy nút phê duyệt.")
    return file_ticket(by=by(place.specialist), ticket=ticket).code


def test_the_asker_says_what_is_still_wrong(place: Place) -> None:
    code = filed(place)
    answer_ticket(by=by(place.admin), code=code, answer="Tải lại trang.")
    holder = tickets.holder(code=code, secret=tickets.secret_of(code))

    reopen_ticket(by=by(holder), code=code, words="Tải lại vẫn không thấy.")

    assert tickets.card(code).state == "open"
    assert [line.by_asker for line in tickets.said(code)] == [False, True]


def test_the_support_reopens_what_it_closed(place: Place) -> None:
    code = filed(place)
    close_ticket(by=by(place.admin), code=code)

    reopen_ticket(by=by(place.operator), code=code, words="Đóng nhầm.")

    assert tickets.card(code).state == "open"


def test_an_open_one_and_a_stranger_are_refused(place: Place) -> None:
    code = filed(place)

    with pytest.raises(NotAllowedNow):
        reopen_ticket(by=by(place.admin), code=code, words="Vẫn hỏng.")
    with pytest.raises(NotPermitted):
        reopen_ticket(by=by(place.stranger), code=code, words="Vẫn hỏng.")
