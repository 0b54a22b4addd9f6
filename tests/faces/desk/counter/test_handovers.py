# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.builders import official
from tests.domains.dossiers.conftest import Town, acts
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.test_reception import ADDRESS, filled

LISTS = "/desk/handovers"


def hidden(page: str, button: str) -> dict[str, str]:
    """The hidden fields of the form that holds these words."""
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if button in one)
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def taken_in(client: Client, town: Town) -> str:
    """The code of a dossier just received on paper."""
    return str(client.post(ADDRESS, filled(town))["Location"].split("/")[2])


def given(town: Town, counter: Client, *codes: str) -> str:
    """The address of a list of these dossiers."""
    sent: dict[str, Any] = {
        "key": str(uuid4()), "source": f"papers.{town.centre_id}", "to": town.competent_id,
        "code": codes,
    }  # fmt: skip
    return str(counter.post(LISTS, sent)["Location"])


def test_what_was_taken_in_on_paper_is_proposed_and_given(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    code = taken_in(counter, town)
    page = text(counter.get(LISTS))

    address = counter.post(LISTS, {**hidden(page, code), "code": code})["Location"]

    assert re.fullmatch(rf"{LISTS}/BG-[\w.]+-\d{{6}}-001", address)
    assert acts(code)[-1] == "give_papers"
    assert "Nguyễn Thị Lan" in text(counter.get(address))
    assert code not in hidden_codes(text(counter.get(LISTS)))


def hidden_codes(page: str) -> list[str]:
    return re.findall(r'name="code" value="([^"]+)"', page)


def test_both_inboxes_tell_of_a_list_that_nobody_confirmed(town: Town, desk_of: Desks) -> None:
    counter, specialist = desk_of(town.counter), desk_of(town.specialist)
    given(town, counter, town.received())

    assert "chưa được xác nhận" in text(counter.get("/desk/"))
    assert "danh sách giấy tờ đang chờ xác nhận" in text(specialist.get("/desk/"))


def test_the_other_side_confirms_and_refuses_row_by_row(town: Town, desk_of: Desks) -> None:
    counter, specialist = desk_of(town.counter), desk_of(town.specialist)
    first, second = town.received(), town.received()
    address = given(town, counter, first, second)
    page = text(specialist.get(address))

    sent = {
        **hidden(page, first), "confirm": [first, second], f"reason:{second}": "Thiếu bản vẽ gốc",
    }  # fmt: skip
    answer = specialist.post(address, sent)
    again = specialist.post(address, sent)

    assert (answer.status_code, again.status_code) == (303, 303)
    outcomes = HandoverRow.objects.order_by("id").values_list("outcome", flat=True)
    assert list(outcomes) == ["confirmed", "refused"]
    assert "Thiếu bản vẽ gốc" in text(counter.get(address))
    assert "Thiếu bản vẽ gốc" in text(counter.get(f"/desk/{second}"))
    assert Handover.objects.get().closed_at is not None
    assert DataUse.objects.filter(page="desk/handover").exists()


def test_what_is_not_ticked_stays_open(town: Town, desk_of: Desks) -> None:
    counter, specialist = desk_of(town.counter), desk_of(town.specialist)
    first, second = town.received(), town.received()
    address = given(town, counter, first, second)

    specialist.post(address, {"key": str(uuid4()), "confirm": [first]})
    nothing = specialist.post(address, {"key": str(uuid4())})

    assert nothing.status_code == 422
    assert HandoverRow.objects.filter(settled_at=None).count() == 1


def test_scanned_codes_find_their_unit_by_themselves(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    first, second = town.received(), town.received()
    sent = {"key": str(uuid4()), "source": f"papers.{town.centre_id}"}

    answer = counter.post(LISTS, {**sent, "codes": f"{first.lower()}\r\n {second},\n"})

    assert answer.status_code == 303
    assert Handover.objects.get().to_unit_id == town.competent_id


def test_results_travel_the_other_way(town: Town, desk_of: Desks) -> None:
    specialist, counter = desk_of(town.specialist), desk_of(town.counter)
    code = town.decided()
    page = text(specialist.get(LISTS))

    address = specialist.post(LISTS, {**hidden(page, code), "code": code})["Location"]
    counter.post(address, {"key": str(uuid4()), "confirm": [code]})

    assert acts(code)[-2:] == ["give_results", "confirm_results"]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"key": "x"}, 400),
        ({"source": ""}, 400),
        ({"source": "papers.x"}, 400),
        ({"source": "gold.1"}, 400),
        ({"source": "papers.999999999999999999999999"}, 403),
        ({"to": "x"}, 400),
        ({"to": "999999"}, 409),
        ({"code": []}, 422),
        ({"code": ["không phải mã"]}, 409),
        ({"codes": "\x00\x01 <script>"}, 422),
        ({"codes": "x " * 300}, 409),
        ({"codes": " ".join(f"H05.1-260703-{n:04}" for n in range(300))}, 422),
    ],
)
def test_a_wrong_form_makes_no_list(
    town: Town, desk_of: Desks, changes: dict[str, Any], status: int
) -> None:
    sent = {
        "key": str(uuid4()), "source": f"papers.{town.centre_id}", "to": town.competent_id,
        "code": [town.received()],
    }  # fmt: skip

    answer = desk_of(town.counter).post(LISTS, {**sent, **changes})

    assert answer.status_code == status
    assert not Handover.objects.exists()


def test_strangers_see_no_list_and_the_giver_cannot_confirm(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), town.received()
    address = given(town, counter, code)
    stranger = desk_of(official("Xa", (units.agency(town.other_ids[0]).code, Role.SPECIALIST)))

    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"key": str(uuid4()), "confirm": [code]}).status_code == 404
    assert counter.post(address, {"key": str(uuid4()), "confirm": [code]}).status_code == 403
    assert counter.get(f"{LISTS}/BG-H05.1.1-260703-999").status_code == 404
    assert 'name="confirm"' not in text(counter.get(address))


def test_the_page_of_a_dossier_tells_where_its_paper_is(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), town.received(clock.now())

    given(town, counter, code)

    page = text(counter.get(f"/desk/{code}"))
    assert "Chưa xác nhận" in page
    assert Handover.objects.get().code in page
