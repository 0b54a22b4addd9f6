# SPDX-License-Identifier: Apache-2.0
"""Papers for tests of the vault, and the people who deal with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from motcua.domains.vault import queries
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.models import Paper
from motcua.domains.vault.queries import OwnPaper
from motcua.kit.access import Actor, ActorKind, Post, Role
from motcua.kit.models import AuditEntry
from tests.builders import vn
from tests.files import PDF

AT = vn("2026-07-03 10:00")
OWNER = "027190000019"
ORIGIN = "H05.1.1-260601-0001"


def answering_units(dossier_code: str) -> frozenset[int]:
    """Unit 1 answers for ORIGIN."""
    return frozenset({1}) if dossier_code == ORIGIN else frozenset()


def officer(role: Role = Role.COUNTER, unit_id: int = 1) -> Actor:
    """An official with one post, in the unit that answers for ORIGIN."""
    return Actor("cb-1", "Hoa", ActorKind.OFFICIAL, posts=(Post(unit_id, "H05.1", role),))


CITIZEN = Actor("cd-1", "Lan", ActorKind.CITIZEN, account_id=1)


def filed(body: bytes = PDF, *, name: str = "a.pdf", **columns: Any) -> UUID:
    """The code of a component that came with a dossier; other columns as given."""
    stored = store_file(chunks=[body], name=name, at=AT)
    paper = file_paper(
        file=stored, kind="component", title="Giấy khai sinh", file_name=name, at=AT,
        owner_id_number=OWNER, origin_dossier=ORIGIN,
    )  # fmt: skip
    Paper.objects.filter(pk=paper.pk).update(**columns)
    return paper.code


def now(code: UUID) -> OwnPaper:
    """The paper as it is filed."""
    return queries.described(code)


def told(code: UUID) -> list[str]:
    """What the paper's chain says was done."""
    rows = AuditEntry.objects.filter(chain=f"paper:{code}").order_by("seq")
    return list(rows.values_list("act", flat=True))


def key() -> UUID:
    """A fresh command key."""
    return uuid4()
