# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, date, datetime

from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.config import wiring
from motcua.domains.notices import queries as notices
from motcua.domains.notices.words import SENTENCES
from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.acts.redate_open_petitions import redate_open_petitions
from motcua.domains.support.handlers import KINDS
from motcua.domains.support.queries.verification import differences
from motcua.domains.units.redating import SETTLING
from motcua.kit import relay
from motcua.kit.access import GUEST
from tests.builders import vn
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.support.conftest import FILED_AT, Place, by, row


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


def test_a_change_of_the_calendar_is_carried_through_and_told(place: Place) -> None:
    open_one, answered = place.taken_up(), place.answered()
    holiday(date(2026, 7, 6), at=FILED_AT)
    before = datetime.now(UTC)

    tell()
    queued = ProcrastinateJob.objects.get(task_name="support.redate_petitions")
    heard = len(notices.latest(place.citizen.account_id))
    while redate_open_petitions(at=FILED_AT + SETTLING):
        pass
    tell()

    assert queued.scheduled_at >= before + SETTLING
    assert row(open_one).due_at > vn("2026-07-24 10:00")
    assert row(answered).due_at == vn("2026-07-08 10:00")  # its publishing is none of their news
    news = [one.words for one in notices.latest(place.citizen.account_id)]
    assert len(news) == heard + 1
    assert sum(open_one in words for words in news) == 1
    assert list(differences()) == []


def test_every_kind_has_its_sentence() -> None:
    assert {*KINDS.values(), "TicketAnswered"} <= set(SENTENCES)
