# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.domains.vault import queries as vault
from motcua.domains.vault.acts.deposit_paper import deposit_paper
from motcua.domains.vault.content import UnknownType
from motcua.domains.vault.models import Paper
from motcua.kit.access import SYSTEM, Actor, ActorKind
from motcua.kit.idempotency import KeyReused
from tests.files import PDF

AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
OTHER = Actor(code="mk-000002", name="x", kind=ActorKind.CLIENT)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def deposit(key: Any, actor: Actor = SYSTEM, body: bytes = PDF) -> int:
    return deposit_paper(actor=actor, at=AT, key=key, file_name="ban ve.pdf", chunks=[body])


def test_the_same_key_gives_the_same_paper() -> None:
    key = uuid4()

    papers = {deposit(key) for _ in range(3)}

    (card,) = vault.papers()
    assert papers == {card.id}
    assert (card.file_name, card.media_type) == ("ban ve.pdf", "application/pdf")


def test_two_keys_give_two_papers_of_one_file() -> None:
    assert deposit(uuid4()) != deposit(uuid4())

    assert len({card.sha256 for card in vault.papers()}) == 1


def test_the_key_of_somebody_else_gives_nothing() -> None:
    key = uuid4()
    deposit(key)

    with pytest.raises(KeyReused):
        deposit(key, OTHER)

    assert Paper.objects.count() == 1


def test_a_file_of_no_known_type_is_not_kept() -> None:
    with pytest.raises(UnknownType):
        deposit(uuid4(), body=b"\x00\x01 nothing known")

    assert not Paper.objects.exists()
