# SPDX-License-Identifier: Apache-2.0
"""A post ends only after a look at what becomes of its dossiers."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from motcua.domains.dossiers.acts.assign import assign
from motcua.domains.people import queries as people
from motcua.domains.people.queries import PostCard
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.models import DataUse
from tests.builders import by
from tests.domains.dossiers.conftest import Town
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.unit.test_unit import admin, admin_of, send  # noqa: F401

PEOPLE = "/desk/unit/people"


def held(town: Town, role: Role) -> PostCard:
    """The one post of the unit in this role."""
    (card,) = people.holders(town.competent_id, on=clock.today(), role=role)
    return card


def address(card: PostCard) -> str:
    return f"{PEOPLE}/{card.holding_id}/end"


def test_the_page_tells_of_the_dossiers_given_to_the_person(
    town: Town, desk_of: Desks, admin: Client  # noqa: F811
) -> None:  # fmt: skip
    code, card = town.appraised(), held(town, Role.SPECIALIST)
    assign(by=by(town.specialist, clock.now()), code=code, account_id=card.account_id)

    page = text(admin.get(address(card)))

    assert card.full_name in page
    assert "1 hồ sơ đang mở" in page
    assert code in page
    assert DataUse.objects.filter(page="desk/unit_post_end", subjects__contains=[code]).exists()
    assert held(town, Role.SPECIALIST).valid_to is None


def test_an_empty_desk_is_told_too(town: Town, admin: Client) -> None:  # noqa: F811
    assert "Hiện không có hồ sơ nào" in text(admin.get(address(held(town, Role.LEADER))))


def test_the_last_holder_of_a_post_is_a_warning(
    town: Town, desk_of: Desks, admin: Client  # noqa: F811
) -> None:  # fmt: skip
    card = held(town, Role.SPECIALIST)
    alone = text(admin.get(address(card)))
    colleague = f"{town.specialist.name} Hai"
    desk_of(type(town.specialist)(**{
        **{name: getattr(town.specialist, name) for name in ("code", "kind", "posts")},
        "name": colleague,
    }))  # fmt: skip
    together = text(admin.get(address(card)))

    assert "Không còn ai giữ vị trí này" in alone
    assert "Không còn ai giữ vị trí này" not in together
    assert colleague in together


def test_nothing_ends_without_the_confirmation(
    town: Town, admin: Client  # noqa: F811
) -> None:  # fmt: skip
    card = held(town, Role.LEADER)

    unsure = send(admin, PEOPLE, "end", holding=card.holding_id)
    before = held(town, Role.LEADER).valid_to
    sure = admin.post(
        PEOPLE, {"key": str(uuid4()), "act": "end", "holding": card.holding_id, "sure": "yes"}
    )

    assert (unsure.status_code, sure.status_code) == (422, 303)
    assert before is None
    assert held(town, Role.LEADER).valid_to is not None


@pytest.mark.parametrize("holding", ["999999999", "0"])
def test_what_is_no_post_of_the_unit_is_not_found(
    town: Town, desk_of: Desks, admin: Client, holding: str  # noqa: F811
) -> None:  # fmt: skip
    other = desk_of(admin_of(town.other_ids[0]))

    assert admin.get(f"{PEOPLE}/{holding}/end").status_code == 404
    assert other.get(address(held(town, Role.LEADER))).status_code == 404
    assert desk_of(town.counter).get(address(held(town, Role.LEADER))).status_code == 403
