# SPDX-License-Identifier: Apache-2.0
"""Several dossiers at once: ticked on a list, prepared on one page, watched on another."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.acts.work_off_batch import work_off_batch
from motcua.domains.dossiers.models import Assignment, BatchRow, BatchRun
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town, row
from tests.faces.desk.conftest import Desks, form, post, text


@pytest.fixture
def desk(town: Town, desk_of: Desks) -> Client:
    """The desk of a specialist."""
    return desk_of(town.specialist)


def chosen(client: Client, *codes: str, **fields: Any) -> Any:
    """Press the button below the ticked rows."""
    return client.post("/desk/batches/choose", {"pick": "ticked", "code": list(codes), **fields})


def hidden(page: str, verb: str) -> dict[str, str]:
    """The hidden fields of one form of the page of choices."""
    for found in re.findall(r'action="/desk/batches/start"[^>]*>(.*?)</form>', page, re.DOTALL):
        pairs = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found))
        if pairs["verb"] == verb:
            return pairs
    raise AssertionError(verb)


def started(client: Client, *codes: str, verb: str = "advance", **fields: str) -> str:
    """Start a run by its pages; its address."""
    page = text(chosen(client, *codes))
    answer = client.post("/desk/batches/start", {**hidden(page, verb), **fields})
    assert answer.status_code == 303, text(answer)
    return str(answer["Location"])


def worked_off() -> None:
    """Do what the worker does."""
    work_off_batch(key=BatchRun.objects.get().key, now=clock.now)


def test_the_rows_of_a_list_can_be_ticked(town: Town, desk: Client) -> None:
    code = town.appraised()

    page = text(desk.get("/desk/"))

    assert f'name="code" value="{code}"' in page
    assert 'form="batch"' in page


def test_ticked_dossiers_are_moved_and_the_page_tells_how_far(town: Town, desk: Client) -> None:
    codes = [town.appraised(), town.appraised()]
    address = started(desk, *codes, action="propose")
    assert 'value="0" max="2"' in text(desk.get(address))

    worked_off()

    page = text(desk.get(address))
    assert 'value="2" max="2"' in page
    assert [row(code).step for code in codes] == ["approve", "approve"]


@pytest.mark.parametrize("pick", ["shown", "all"])
def test_all_shown_and_all_matching_can_be_chosen(town: Town, desk: Client, pick: str) -> None:
    codes = {town.appraised(), town.appraised()}
    page = text(desk.get("/desk/"))
    shown = re.search(r'name="shown" value="([^"]*)"', page)
    assert shown

    answer = chosen(desk, pick=pick, shown=shown[1], tab="inbox")

    assert set(hidden(text(answer), "advance")["codes"].split()) == codes


def test_a_failed_row_says_why_and_gets_another_turn(town: Town, desk: Client) -> None:
    good, early = town.appraised(), town.received()
    address = started(desk, good, early, action="propose")
    worked_off()

    page = text(desk.get(address))
    assert f"/desk/{early}" in page and "không được phép" in page
    town.advance(town.counter, early, "hand_over", clock.now())
    key = re.findall(r'name="key" value="([^"]+)"', page)[-1]
    desk.post(f"{address}/again", {"key": key})
    worked_off()

    assert row(early).step == "approve"


def test_what_waits_is_cancelled(town: Town, desk: Client) -> None:
    code = town.appraised()
    address = started(desk, code, action="propose")

    desk.post(f"{address}/cancel", {"key": str(uuid4())})

    assert BatchRow.objects.get().state == 3
    assert "Đã hủy" in text(desk.get(address))


def test_progress_is_304_while_nothing_changes(town: Town, desk: Client) -> None:
    address = started(desk, town.appraised(), action="propose")
    first = desk.get(f"{address}/progress")

    same = desk.get(f"{address}/progress", headers={"if-none-match": first["ETag"]})
    worked_off()
    changed = desk.get(f"{address}/progress", headers={"if-none-match": first["ETag"]})

    assert (first.status_code, same.status_code, changed.status_code) == (200, 304, 200)
    assert same.content == b""


def test_a_dossier_is_assigned_and_filtered_by_its_person(town: Town, desk: Client) -> None:
    mine, other = town.appraised(), town.appraised()
    page = text(chosen(desk, mine))
    me = re.search(r'<option value="(\d+)" selected', page)
    assert me
    started(desk, mine, verb="assign", account=me[1])
    worked_off()

    assert Assignment.objects.get().dossier.code == mine
    everyone, own = text(desk.get("/desk/")), text(desk.get("/desk/?whose=mine"))
    assert mine in everyone and other in everyone
    assert mine in own and other not in own
    assert "Giao cho" in everyone


def test_one_takes_a_dossier_on_its_own_page(town: Town, desk: Client) -> None:
    code = town.appraised()

    me = re.search(r'name="account".*?<option value="(\d+)"', text(desk.get(f"/desk/{code}")), re.S)
    assert me
    answer = post(desk, code, "assign", **form(desk, code, "assign"), account=me[1])

    assert answer.status_code == 303
    assert Assignment.objects.get().dossier.code == code


def test_forms_are_printed_into_one_file(town: Town, desk: Client) -> None:
    codes = [town.appraised(), town.appraised()]
    address = started(desk, *codes, verb="print", form="receipt")
    worked_off()

    printed = desk.get(f"{address}/volumes/1")

    assert printed.status_code == 200
    assert b"".join(printed.streaming_content).startswith(b"%PDF")
    assert desk.get(f"{address}/volumes/2").status_code == 404


def test_nobody_else_sees_a_run(town: Town, desk: Client, desk_of: Desks) -> None:
    address = started(desk, town.appraised(), action="propose")
    stranger = desk_of(town.leader)

    for answer in (
        stranger.get(address),
        stranger.get(f"{address}/progress"),
        stranger.post(f"{address}/cancel", {"key": str(uuid4())}),
    ):
        assert answer.status_code == 404


def test_dossiers_of_other_units_are_not_chosen(town: Town, desk_of: Desks) -> None:
    code = town.appraised()
    stranger = desk_of(town.counter)

    page = text(chosen(stranger, code, "H05.18-260703-9999"))

    assert "H05.18-260703-9999" not in page


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"key": "no-key", "verb": "advance"}, 400),
        ({"key": str(uuid4()), "verb": "dance", "codes": "H05.18-260703-0001"}, 400),
        (
            {"key": str(uuid4()), "verb": "assign", "account": "x", "codes": "H05.18-260703-0001"},
            400,
        ),
        ({"key": str(uuid4()), "verb": "print", "form": "../etc", "codes": "x"}, 400),
        ({"key": str(uuid4()), "verb": "advance", "action": "propose", "codes": "x\x00"}, 422),
    ],
)
def test_broken_forms_are_refused(desk: Client, fields: dict[str, str], status: int) -> None:
    assert desk.post("/desk/batches/start", fields).status_code == status
    assert not BatchRun.objects.exists()


def test_nothing_ticked_is_said(desk: Client) -> None:
    answer = chosen(desk)

    assert answer.status_code == 422
    assert "ít nhất một hồ sơ" in text(answer)


def test_the_list_of_runs_is_ones_own(town: Town, desk: Client) -> None:
    started(desk, town.appraised(), action="propose")

    assert "0/1" in text(desk.get("/desk/batches"))
