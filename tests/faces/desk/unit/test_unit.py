# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.payments.acts.set_beneficiary_account import (
    NewAccount,
    set_beneficiary_account,
)
from motcua.domains.payments.queries.accounts import account_lines
from motcua.domains.people import queries as people
from motcua.domains.procedures import queries as procedures
from motcua.domains.support.queries import points
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Actor, Role
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.desk.conftest import Desks, text

PAGES = (
    "/desk/unit/people", "/desk/unit/steps", f"/desk/unit/steps/{CODE}", "/desk/unit/accounts",
    "/desk/unit/points",
)  # fmt: skip


def admin_of(unit_id: int) -> Actor:
    return official("Nga", (units.agency(unit_id).code, Role.UNIT_ADMIN))


def vn_day(days: int = 0) -> str:
    return f"{clock.today() + timedelta(days=days):%d/%m/%Y}"


def send(client: Client, page: str, act: str, **fields: Any) -> Any:
    return client.post(page, {"key": str(uuid4()), "act": act, **fields})


@pytest.fixture
def admin(town: Town, desk_of: Desks) -> Client:
    """The administrator of the competent unit at the desk, with a specialist and a leader."""
    desk_of(town.specialist)
    desk_of(town.leader)
    return desk_of(admin_of(town.competent_id))


def account_of(town: Town, role: Role) -> int:
    (card,) = people.holders(town.competent_id, on=clock.today(), role=role)
    return card.account_id


@pytest.mark.parametrize("address", PAGES)
def test_every_screen_is_the_administrators_alone(
    town: Town, desk_of: Desks, admin: Client, address: str
) -> None:
    other = desk_of(admin_of(town.other_ids[0]))

    assert admin.get(address).status_code == 200
    assert desk_of(town.leader).get(address).status_code == 403
    assert other.get(address, {"unit": town.competent_id}).status_code == 404
    for nonsense in ("x", "9" * 40, "²"):
        assert admin.get(address, {"unit": nonsense}).status_code == 404


def test_no_button_ends_the_own_post(admin: Client) -> None:
    page = text(admin.get("/desk/unit/people"))

    assert "Nga" in page
    assert page.count("/end?unit=") == 2


def test_a_post_is_given_and_ended(town: Town, admin: Client) -> None:
    given = send(
        admin, "/desk/unit/people", "give", name="cb.0", role="leader", **{"from": vn_day()}
    )
    holding = next(
        card for card in people.holders(town.competent_id, on=clock.today(), role="leader")
        if card.full_name == town.specialist.name
    )  # fmt: skip
    ended = send(admin, "/desk/unit/people", "end", holding=holding.holding_id, sure="yes")

    assert (given.status_code, ended.status_code) == (303, 303)
    later = people.holders(town.competent_id, on=clock.today() + timedelta(days=1), role="leader")
    assert town.specialist.name not in [card.full_name for card in later]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"name": "khong.co", "role": "leader"}, 422), ({"name": "cb.0", "role": "operator"}, 422),
        ({"name": "cb.0", "role": "<b>"}, 422), ({"name": "x" * 10_000, "role": "leader"}, 422),
        ({"name": "cb.0", "role": "leader", "from": "31/02/2026"}, 422),
        ({"name": "cb.0", "role": "specialist"}, 409),
    ],
)  # fmt: skip
def test_a_post_that_cannot_be_given_is_refused(
    town: Town, admin: Client, fields: dict[str, str], status: int
) -> None:
    answer = send(admin, "/desk/unit/people", "give", **{"from": vn_day(), **fields})

    assert answer.status_code == status


def test_posts_and_delegations_of_other_units_are_out_of_reach(
    town: Town, desk_of: Desks, admin: Client
) -> None:
    (card,) = people.holders(town.competent_id, on=clock.today(), role="leader")
    other = desk_of(admin_of(town.other_ids[0]))

    ended = send(other, "/desk/unit/people", "end", holding=card.holding_id, sure="yes")
    returned = send(other, "/desk/unit/people", "return", delegation=1)

    assert (ended.status_code, returned.status_code) == (404, 404)
    assert people.holders(town.competent_id, on=clock.today(), role="leader") == (card,)


def test_a_stand_in_is_named_and_sent_back(town: Town, admin: Client) -> None:
    (absent,) = people.holders(town.competent_id, on=clock.today(), role="leader")
    fields = {
        "absent": absent.holding_id, "stand_in": account_of(town, Role.SPECIALIST),
        "from": vn_day(), "to": vn_day(3), "reason": "Đi họp",
    }  # fmt: skip

    named = send(admin, "/desk/unit/people", "stand_in", **fields)
    (one,) = people.delegations_in(town.competent_id, on=clock.today())
    page = text(admin.get("/desk/unit/people"))
    ended = send(admin, "/desk/unit/people", "return", delegation=one.id)

    assert (named.status_code, ended.status_code) == (303, 303)
    assert "Đi họp" in page


def hours(known: procedures.UnitSteps, each: str) -> dict[str, str]:
    return {f"h.{step.name}": each for step in known.steps}


def test_hours_are_laid_down_within_the_limit(town: Town, admin: Client) -> None:
    address = f"/desk/unit/steps/{CODE}"
    known = procedures.unit_steps(town.competent_id, CODE, clock.today())
    tomorrow = clock.today() + timedelta(days=1)

    laid = send(admin, address, "hours", **hours(known, "1,5"), **{"from": vn_day(1)})
    over = send(admin, address, "hours", **hours(known, "999"), **{"from": vn_day(1)})
    past = send(admin, address, "hours", **hours(known, "1"), **{"from": vn_day()})
    words = send(admin, address, "hours", **hours(known, "<b>"), **{"from": vn_day(1)})

    assert [one.status_code for one in (laid, over, past, words)] == [303, 422, 422, 422]
    minutes = procedures.unit_steps(town.competent_id, CODE, tomorrow).minutes
    assert set(minutes.values()) == {90}


def test_a_step_falls_to_an_officer(town: Town, admin: Client) -> None:
    account_id = account_of(town, Role.SPECIALIST)
    address = f"/desk/unit/steps/{CODE}"

    named = send(admin, address, "officer", step="appraise", account=account_id)
    wrong = send(admin, address, "officer", step="approve", account=account_id)

    assert (named.status_code, wrong.status_code) == (303, 422)
    held = procedures.step_officers(town.competent_id, CODE, clock.today())
    assert held == {"appraise": account_id}


def test_the_dossier_shows_to_whom_its_step_falls(
    town: Town, desk_of: Desks, admin: Client
) -> None:
    code, reader = town.appraised(), desk_of(town.leader)
    before = text(reader.get(f"/desk/{code}"))

    account_id = account_of(town, Role.SPECIALIST)
    send(admin, f"/desk/unit/steps/{CODE}", "officer", step="appraise", account=account_id)

    rule = f": <strong>{town.specialist.name}</strong>"
    assert rule not in before and rule in text(reader.get(f"/desk/{code}"))


def test_procedures_are_found_without_accents(town: Town, admin: Client) -> None:
    title = procedures.current(CODE, clock.today()).title["vi"]

    found = text(admin.get("/desk/unit/steps", {"find": CODE}))
    none = text(admin.get("/desk/unit/steps", {"find": "khongcogi"}))

    assert title.split()[0] in found and CODE in found and CODE not in none


def test_an_account_holds_from_a_day_on(town: Town, admin: Client) -> None:
    fields = {
        "bank": "970403", "number": "0011012345678", "name": "UBND phường", "from": vn_day(1),
    }  # fmt: skip

    kept = send(admin, "/desk/unit/accounts", "set", **fields)
    wrong = send(admin, "/desk/unit/accounts", "set", **{**fields, "bank": "x"})

    assert (kept.status_code, wrong.status_code) == (303, 422)
    (line,) = account_lines(town.competent_id)
    assert line.account_number == "0011012345678"


def test_fees_are_named_and_chosen_by_title(town: Town, admin: Client) -> None:
    page = text(admin.get("/desk/unit/accounts"))
    assert "Chỉ thu tiền mặt" in page
    assert '<option value="permit">Lệ phí cấp phép – lệ phí (permit)</option>' in page
    fields = {"bank": "970403", "number": "0011012345678", "name": "KBNN", "from": vn_day()}

    kept = send(admin, "/desk/unit/accounts", "set", fee="permit", **fields)
    strange = send(admin, "/desk/unit/accounts", "set", fee="another", **fields)

    assert (kept.status_code, strange.status_code) == (303, 400)
    page = text(admin.get("/desk/unit/accounts"))
    assert "Chỉ thu tiền mặt" not in page
    assert page.count("0011012345678") == 2


def test_an_account_whose_fee_nobody_asks_for_any_more_stays_readable(
    town: Town, admin: Client
) -> None:
    unit = units.agency(town.competent_id)
    old = NewAccount(
        unit_id=unit.id, fee_code="gone", bank_bin="970418", account_number="0000000000147",
        account_name="UBND", valid_from=clock.today(),
    )  # fmt: skip
    actor = admin_of(unit.id)
    set_beneficiary_account(actor=actor, at=clock.now(), key=uuid4(), wanted=old)

    page = text(admin.get("/desk/unit/accounts"))

    assert "Hiện không có thủ tục nào thu" in page
    assert '<option value="gone">' in page


def opened(town: Town, admin: Client, **changes: str) -> Any:
    fields = {
        "name": "Nhà văn hóa <b>Đoài</b>", "address": "Thôn Đoài", "phone": "0222 3812 345",
        "commune": next(card.commune_code for card in units.agencies() if card.commune_code),
        "from": vn_day(), "d.6": "18:00-20:30", **changes,
    }  # fmt: skip
    return send(admin, "/desk/unit/points", "open", **fields)


def test_a_support_point_is_opened_manned_changed_and_closed(town: Town, admin: Client) -> None:
    first = opened(town, admin)
    (card,) = points.points(on=clock.today())
    address = f"/desk/unit/points/{card.id}"
    duty = {
        "on": vn_day(), "who.0": account_of(town, Role.SPECIALIST), "starts.0": "18:00",
        "ends.0": "20:30",
    }  # fmt: skip

    manned = send(admin, address, "duty", **duty)
    changed = send(admin, address, "hours", **{"from": vn_day(), "d.7": "08:00-10:00"})
    page = text(admin.get(address))
    closed = send(admin, address, "close", to=vn_day(5))

    assert [one.status_code for one in (first, manned, changed, closed)] == [303] * 4
    assert town.specialist.name in page and "&lt;b&gt;Đoài" in page
    assert points.point(card.id, on=clock.today()).days == {"7": "08:00-10:00"}


@pytest.mark.parametrize(
    "changes",
    [{"name": ""}, {"d.6": "tối"}, {"d.6": ""}, {"from": "01/01/2020"}, {"commune": "x"},
     {"address": "x" * 10_000}],
)  # fmt: skip
def test_a_point_that_makes_no_sense_is_refused(
    town: Town, admin: Client, changes: dict[str, str]
) -> None:
    assert opened(town, admin, **changes).status_code == 422
    assert points.points(on=clock.today()) == ()


def test_another_units_point_is_out_of_reach(town: Town, desk_of: Desks, admin: Client) -> None:
    opened(town, admin)
    (card,) = points.points(on=clock.today())
    other = desk_of(admin_of(town.other_ids[0]))

    assert other.get(f"/desk/unit/points/{card.id}").status_code == 404
    assert send(other, f"/desk/unit/points/{card.id}", "close", to=vn_day()).status_code == 404


def test_whoever_only_administers_the_unit_opens_and_finds_none_of_its_dossiers(
    town: Town, desk_of: Desks
) -> None:
    code = town.received()
    admin = desk_of(admin_of(town.competent_id))

    assert admin.get(f"/desk/{code}").status_code == 404
    assert code not in text(admin.post("/desk/search", {"q": "Nguyễn Thị Lan"}))
    assert desk_of(town.specialist).get(f"/desk/{code}").status_code == 200
