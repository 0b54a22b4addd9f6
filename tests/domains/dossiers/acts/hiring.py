# SPDX-License-Identifier: Apache-2.0
"""Officials whose accounts and posts stand in the tables."""

from __future__ import annotations

from motcua.domains.people.models import Account, Holding
from motcua.kit.access import Actor, ActorKind, Post, Role
from tests.builders import vn
from tests.domains.dossiers.conftest import Town

HIRED_AT = vn("2026-01-01 08:00")


def hired(name: str, unit_id: int, unit_code: str, role: Role) -> Actor:
    """An official with an account and one post."""
    account = Account.objects.create(
        sign_in_name=name, kind="official", code=f"cb-{name}", full_name=name.title(),
        created_at=HIRED_AT,
    )  # fmt: skip
    Holding.objects.create(
        account=account, unit_id=unit_id, role=role, position_vi="Chuyên viên",
        position_en="Specialist", valid_from=HIRED_AT.date(),
    )  # fmt: skip
    return Actor(
        code=account.code, name=account.full_name, kind=ActorKind.OFFICIAL, account_id=account.pk,
        posts=(Post(unit_id, unit_code, role),),
    )  # fmt: skip


def specialist(town: Town, name: str) -> Actor:
    """Another specialist of the town's competent unit."""
    post = town.specialist.posts[0]
    return hired(name, post.unit_id, post.unit_code, Role.SPECIALIST)
