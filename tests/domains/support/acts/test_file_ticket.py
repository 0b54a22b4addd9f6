# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.models import Ticket
from motcua.domains.support.queries import tickets
from motcua.domains.support.wording import WordsMissing, WordsTooShort
from motcua.kit.access import GUEST
from motcua.kit.commands import By
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from motcua.kit.wording import TextTooLong
from tests.domains.support.conftest import FILED_AT, Place, by

WORDS = "Tôi bấm nút gửi mà trang đứng yên."


def test_it_carries_the_screen_the_unit_and_the_number_of_the_request(place: Place) -> None:
    ticket = NewTicket(words=WORDS, screen="desk:inbox", correlation="0123456789ab")

    code = file_ticket(by=by(place.specialist), ticket=ticket).code

    filed = Ticket.objects.get(code=code)
    assert (filed.screen, filed.correlation) == ("desk:inbox", "0123456789ab")
    assert filed.unit_id == place.unit_id


@pytest.mark.parametrize(
    ("screen", "correlation"),
    [("/ho-so/H05.43-260703-0001", "x"), ("<b>:x", "0123456789AB"), ("x" * 10_000, "0" * 10_000)],
)
def test_what_is_no_route_and_no_number_is_left_out(
    place: Place, screen: str, correlation: str
) -> None:
    ticket = NewTicket(words=WORDS, screen=screen, correlation=correlation)

    code = file_ticket(by=by(GUEST), ticket=ticket).code

    filed = Ticket.objects.get(code=code)
    assert (filed.screen, filed.correlation, filed.unit_id) == ("", "", None)


def test_a_double_click_files_one_and_the_log_holds_no_word(place: Place) -> None:
    command = By(GUEST, FILED_AT, uuid4())

    first = file_ticket(by=command, ticket=NewTicket(words=WORDS))
    again = file_ticket(by=command, ticket=NewTicket(words=WORDS))

    (entry,) = AuditEntry.objects.filter(chain=f"ticket:{first.code}")
    assert first == again and Ticket.objects.count() == 1
    assert set(entry.payload) == {"screen", "text_sha256"}


def test_code_and_secret_open_it(place: Place) -> None:
    code = file_ticket(by=by(GUEST), ticket=NewTicket(words=WORDS)).code

    holder = tickets.holder(code=code, secret=tickets.secret_of(code))

    assert tickets.is_of(holder, tickets.card(code))
    with pytest.raises(NotFound):
        tickets.holder(code=code, secret="AAAAAAAAAA")


@pytest.mark.parametrize(
    ("words", "fault"),
    [("", WordsMissing), ("kẹt", WordsTooShort), ("x" * 10_000, TextTooLong)],
)
def test_it_needs_words_of_a_fit_length(place: Place, words: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        file_ticket(by=by(GUEST), ticket=NewTicket(words=words))

    assert not Ticket.objects.exists()
