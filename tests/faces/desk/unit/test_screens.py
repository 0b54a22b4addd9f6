# SPDX-License-Identifier: Apache-2.0
"""The unit's own screens, its petitions and the support's inbox as a browser sees them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import pytest

from motcua.domains.people import queries as people
from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.file_petition import NewPetition, file_petition
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.queries import points
from motcua.domains.units import queries as units
from motcua.kit import clock
from motcua.kit.access import Role
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town
from tests.domains.support.conftest import by
from tests.faces.desk.conftest import Desks
from tests.faces.looking import faults_of

pytestmark = pytest.mark.browser


def pages(town: Town, desk_of: Desks, language: str) -> Mapping[str, bytes]:
    """The pages of the administrator, and those of a leader before petitions."""
    unit = units.agency(town.competent_id)
    admin = desk_of(official("Nga", (unit.code, Role.UNIT_ADMIN)))
    leader = desk_of(town.leader)
    for client in (admin, leader):
        client.cookies["language"] = language
    ticket = NewTicket(words="Không thấy nút phê duyệt.", screen="desk:inbox")
    question = file_ticket(by=by(town.leader, clock.now()), ticket=ticket).code
    admin.post("/desk/unit/points", {
        "act": "open", "key": str(uuid4()), "name": "Nhà văn hóa", "address": "Thôn Đoài",
        "phone": "0222 3812 345", "from": f"{clock.today():%d/%m/%Y}", "d.6": "18:00-20:30",
        "commune": next(card.commune_code for card in units.agencies() if card.commune_code),
    })  # fmt: skip
    (card,) = points.points(on=clock.today())
    shown = {
        name: admin.get(f"/desk/{path}").content
        for name, path in {
            "/people": "unit/people", "/steps": "unit/steps", "/procedure": f"unit/steps/{CODE}",
            "/accounts": "unit/accounts", "/points": "unit/points",
            "/point": f"unit/points/{card.id}", "/support": "support",
            "/ticket": f"support/{question}",
        }.items()
    }  # fmt: skip
    (holding,) = people.holders(town.competent_id, on=clock.today(), role=Role.LEADER)
    shown["/ending"] = admin.get(f"/desk/unit/people/{holding.holding_id}/end").content
    shown["/arrange"] = admin.get("/desk/queue/arrange").content
    faulty = {"act": "give", "key": str(uuid4()), "name": "khong.co", "role": "leader"}
    shown["/refused"] = admin.post("/desk/unit/people", faulty).content
    open_, answered = petition(town), petition(town)
    answer_petition(by=by(town.leader, clock.now()), code=answered, answer="Đã sửa.")
    shown["/petitions"] = leader.get("/desk/petitions").content
    shown["/petition"] = leader.get(f"/desk/petitions/{open_}").content
    shown["/publish"] = leader.get(f"/desk/petitions/{answered}").content
    return shown


def petition(town: Town) -> str:
    """The code of a petition somebody works on."""
    words = "Đèn đường trước số 12 hỏng đã hai tuần, buổi tối rất tối."
    new = NewPetition(kind="scene", words=words, unit_id=town.competent_id, name="Trần Thị Lan")
    code = file_petition(by=by(town.citizen, clock.now()), petition=new).code
    take_up(by=by(town.leader, clock.now()), code=code)
    return code


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_accessible_and_fits_a_telephone(
    town: Town, desk_of: Desks, language: str
) -> None:
    assert faults_of(pages(town, desk_of, language)) == []
