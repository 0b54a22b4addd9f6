# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.reconcile import reconcile
from motcua.domains.units import queries as units
from motcua.faces.desk.money import differences
from motcua.kit import clock
from motcua.kit.access import SYSTEM, Role
from motcua.kit.models import DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.bank_file import bank_file, line
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.money.test_fee import with_account

PAGE = "/desk/money/differences"
DAY = date(2026, 7, 3)


@pytest.fixture
def transferred(town: Town) -> str:
    with_account(town)
    code, on = town.received(), date(2026, 7, 3)
    raw = bank_file([line("FT1", on, 75_000, code), line("FT2", on, 9_000, "NOBODY")], on)
    reconcile(actor=SYSTEM, at=clock.now(), raw=raw)
    return code


def send(desk: object, difference: int, **fields: str) -> object:
    sent = {"key": str(uuid4()), "difference": difference, **fields}
    return desk.post(PAGE, sent)  # type: ignore[attr-defined]


def waiting() -> dict[str, int]:
    return {one.kind: one.id for one in payments.differences()}


def test_a_leader_books_a_transfer_of_the_unit(
    transferred: str, town: Town, desk_of: Desks
) -> None:
    leader = desk_of(town.leader)
    page = text(leader.get(PAGE))
    seen = DataUse.objects.get()
    assert seen.subjects == [transferred]
    assert transferred in page and "NOBODY" not in page

    assert send(leader, waiting()["not_booked"], action="book").status_code == 303
    assert payments.bill_of(transferred).receipts[-1].method == "transfer"
    assert transferred not in text(leader.get(PAGE))


def test_an_operator_closes_with_a_word_what_belongs_to_nobody(
    transferred: str, town: Town, desk_of: Desks
) -> None:
    centre = units.agency(town.centre_id).code
    desk = desk_of(official("Yến", (centre, Role.OPERATOR)))
    number = waiting()["unknown_reference"]

    assert send(desk, number, action="close", note=" ").status_code == 422
    assert send(desk, number, action="close", note="Chuyển nhầm").status_code == 303
    assert "NOBODY" not in text(desk.get(PAGE))


def test_others_cannot_touch_it(transferred: str, town: Town, desk_of: Desks) -> None:
    other = official("Hà", (units.agency(town.other_ids[0]).code, Role.LEADER))

    assert send(desk_of(other), waiting()["not_booked"], action="book").status_code == 403
    assert desk_of(town.counter).get(PAGE).status_code == 403


def operator(town: Town, desk_of: Desks) -> Client:
    return desk_of(official("Yến", (units.agency(town.centre_id).code, Role.OPERATOR)))


def compared(desk: Client, raw: bytes | None) -> tuple[int, str]:
    """The page after an operator has sent a file of the bank."""
    sent = {"key": str(uuid4()), "action": "compare"}
    file = {} if raw is None else {"file": SimpleUploadedFile("ngay.csv", raw, "text/csv")}
    answer = desk.post(PAGE, {**sent, **file})
    return answer.status_code, text(answer)


def test_an_operator_finds_the_page_in_the_menu(town: Town, desk_of: Desks) -> None:
    desk = operator(town, desk_of)

    assert f'href="{PAGE}"' in text(desk.get("/desk/exchanges"))
    assert 'href="/desk/money"' not in text(desk.get(PAGE))


def test_a_leader_finds_it_from_the_money_though_nothing_waits(town: Town, desk_of: Desks) -> None:
    assert f'href="{PAGE}"' in text(desk_of(town.leader).get("/desk/money"))
    assert f'href="{PAGE}"' not in text(desk_of(town.counter).get("/desk/money"))


def test_an_operator_compares_a_file_on_the_page(town: Town, desk_of: Desks) -> None:
    desk, on = operator(town, desk_of), date(2026, 7, 3)
    raw = bank_file([line("FT1", on, 9_000, "NOBODY")], on)

    status, page = compared(desk, raw)
    again = compared(desk, raw)[1]

    assert status == 200 and "NOBODY" in page
    assert "đã được đối soát trước đây" in again and len(waiting()) == 1


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (None, "Hãy chọn tệp"),
        (b"", "Dòng đầu"),
        ("Phí".encode("utf-16"), "UTF-8"),
        (bank_file([line("FT1", DAY, 9_000, "NOBODY")], DAY)[:90], "TOTAL"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    town: Town, desk_of: Desks, raw: bytes | None, words: str
) -> None:
    status, page = compared(operator(town, desk_of), raw)

    assert status == 422 and words in page
    assert not waiting()


def test_a_file_beyond_the_bound_on_the_page_is_not_read(
    town: Town, desk_of: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differences, "MOST_BYTES", 1 << 20)

    status, page = compared(operator(town, desk_of), b"x" * ((1 << 20) + 1))

    assert status == 413 and "1 MB" in page
    assert not waiting()


def test_nobody_else_compares_files(town: Town, desk_of: Desks) -> None:
    status, page = compared(desk_of(town.leader), b"")

    assert status in (403, 422) and 'type="file"' not in page


def test_what_was_settled_is_read_with_its_word(
    transferred: str, town: Town, desk_of: Desks
) -> None:
    desk = operator(town, desk_of)
    send(desk, waiting()["unknown_reference"], action="close", note="Chuyển nhầm")

    page = text(desk.get(f"{PAGE}?state=settled"))

    assert "NOBODY" in page and "Chuyển nhầm" in page and transferred not in page


def test_many_come_page_by_page(town: Town, desk_of: Desks) -> None:
    desk, on = operator(town, desk_of), date(2026, 7, 3)
    raw = bank_file([line(f"FT{n}", on, 1_000, f"NOBODY-{n}") for n in range(130)], on)
    reconcile(actor=SYSTEM, at=clock.now(), raw=raw)

    first = text(desk.get(PAGE))
    onward = re.search(r'rel="next" href="([^"]+)"', first)
    assert onward is not None
    rest = text(desk.get(PAGE + onward[1].replace("&amp;", "&")))

    assert (first.count("NOBODY-"), rest.count("NOBODY-")) == (200, 60)
    assert "130" in first and 'rel="next"' not in rest
    assert desk.get(f"{PAGE}?before=x").status_code == 200
