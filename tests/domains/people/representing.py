# SPDX-License-Identifier: Apache-2.0
"""People who let one another act, and the moments at which they do."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.grant_representation import grant_representation
from motcua.domains.people.known import Named
from motcua.domains.people.models import Account
from motcua.domains.people.representing import Wanted
from motcua.kit.access import Actor, ActorKind, Post, Role
from tests.builders import vn

AT = vn("2026-07-03 10:00")
LATER = vn("2026-08-20 10:00")
UNTIL = date(2026, 7, 31)
BA, CHAU = ("024158000001", "Đỗ Thị Bà"), ("024190000002", "Đỗ Văn Cháu")


def citizen(who: tuple[str, str], *, level: int = 2) -> Actor:
    """A citizen known by e-ID."""
    personal_id, name = who
    code = f"cd-{personal_id[-3:]}"
    account = Account.objects.create(
        sign_in_name=code, kind="citizen", code=code, full_name=name, personal_id=personal_id,
        identity_level=level, created_at=AT,
    )  # fmt: skip
    return Actor(code=code, name=name, kind=ActorKind.CITIZEN, account_id=account.pk)


def counter() -> Actor:
    """An officer at a counter."""
    return Actor(
        code="cb-1", name="Hoa", kind=ActorKind.OFFICIAL,
        posts=(Post(1, "H05.42", Role.COUNTER),),
    )  # fmt: skip


def wanted(who: tuple[str, str] = CHAU, **changes: object) -> Wanted:
    """Leave for the grandchild to do everything until the end of the month."""
    values = {"representative": Named(*who), "kind": "family", "until_on": UNTIL}
    return Wanted(**{**values, **changes})


def granted(principal: Actor, key: UUID | None = None, **changes: object) -> UUID:
    """The code of a leave just given."""
    return grant_representation(
        actor=principal, at=AT, key=key or uuid4(), wanted=wanted(**changes)
    )


def accepted(principal: Actor, representative: Actor, **changes: object) -> UUID:
    """The code of a leave that holds."""
    code = granted(principal, **changes)
    accept_representation(actor=representative, at=AT, code=code)
    return code
