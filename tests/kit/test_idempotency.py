# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from motcua.kit.access import SYSTEM
from motcua.kit.idempotency import KeyReused, repeated, spend, subject_of

AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_key_is_spent_once() -> None:
    key = uuid4()

    spent = [spend(key=key, act="pay", actor=SYSTEM, subject="s", at=AT) for _ in range(3)]

    assert spent == [True, False, False]
    assert subject_of(key) == "s"


def test_a_key_of_another_act_is_refused() -> None:
    key = uuid4()
    spend(key=key, act="pay", actor=SYSTEM, subject="s", at=AT)

    with pytest.raises(KeyReused):
        spend(key=key, act="refund", actor=SYSTEM, subject="s", at=AT)


def test_a_key_of_another_person_is_refused() -> None:
    key = uuid4()
    spend(key=key, act="pay", actor=SYSTEM, subject="s", at=AT)

    with pytest.raises(KeyReused):
        spend(key=key, act="pay", actor=replace(SYSTEM, code="other"), subject="s", at=AT)


def test_an_unspent_key_belongs_to_nothing() -> None:
    assert subject_of(uuid4()) is None


def test_a_repetition_is_recognised_for_the_one_who_acted_only() -> None:
    key = uuid4()
    assert repeated(key=key, actor=SYSTEM) is None
    spend(key=key, act="pay", actor=SYSTEM, subject="s", at=AT)

    assert repeated(key=key, actor=SYSTEM) == "s"
    with pytest.raises(KeyReused):
        repeated(key=key, actor=replace(SYSTEM, code="other"))


def test_a_key_spent_on_something_else_is_refused_unless_the_command_makes_it() -> None:
    key = uuid4()
    spend(key=key, act="pay", actor=SYSTEM, subject="s", at=AT)

    with pytest.raises(KeyReused):
        spend(key=key, act="pay", actor=SYSTEM, subject="t", at=AT)
    assert spend(key=key, act="pay", actor=SYSTEM, subject="t", at=AT, made=True) is False
