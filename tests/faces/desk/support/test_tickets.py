# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.models import Ticket
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.support.conftest import Place, by, place  # noqa: F401
from tests.faces.desk.conftest import Desks, text


def filed(place: Place) -> str:  # noqa: F811
    ticket = NewTicket(words="Không thấy nút phê duyệt <b>.", screen="desk:inbox")
    return file_ticket(by=by(place.specialist), ticket=ticket).code


def test_the_support_answers_closes_and_reopens(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code, admin = filed(place), desk_of(place.admin)
    acts = [("answer", "Đã giao vị trí."), ("close", ""), ("reopen", "Đóng nhầm.")]

    page = text(admin.get("/desk/support"))
    statuses = [
        admin.post(
            f"/desk/support/{code}", {"key": str(uuid4()), "act": act, "words": words}
        ).status_code
        for act, words in acts
    ]

    assert code in page and "desk:inbox" in page and "&lt;b&gt;" in page
    assert statuses == [303] * 3
    assert "Đã giao vị trí." in text(admin.get(f"/desk/support/{code}"))


def test_other_units_and_other_posts_see_nothing(place: Place, desk_of: Desks) -> None:  # noqa: F811
    code, other = filed(place), desk_of(place.other_admin)

    assert code not in text(other.get("/desk/support"))
    assert other.get(f"/desk/support/{code}").status_code == 404
    assert desk_of(place.leader).get("/desk/support").status_code == 403


def test_an_official_asks_from_the_desk_and_reads_the_answer(place: Place, desk_of: Desks) -> None:  # noqa: F811
    specialist = desk_of(place.specialist)
    page = text(specialist.get("/desk/"))
    sent = {
        "key": str(uuid4()), "action": "send", "words": "Không thấy nút phê duyệt.",
        "tu": "desk:inbox",
    }  # fmt: skip

    specialist.post("/ho-tro", sent)
    ticket = Ticket.objects.get()
    desk_of(place.operator).post(
        f"/desk/support/{ticket.code}", {"key": str(uuid4()), "act": "answer", "words": "Đã sửa."}
    )

    assert 'href="/ho-tro?tu=desk%3Ainbox&amp;so=' in page
    assert (ticket.screen, ticket.unit_id) == ("desk:inbox", place.unit_id)
    assert "Đã sửa." in text(specialist.get(f"/ho-tro/{ticket.code}"))
