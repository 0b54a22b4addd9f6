# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.settle_difference import WordsMissing, settle_difference
from motcua.domains.payments.differences import name_difference
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import NotAllowedNow, NotFound
from tests.domains.payments.conftest import AT, Ward


def close(actor: Actor, difference_id: int, note: str = "Ngân hàng đã sửa") -> None:
    settle_difference(actor=actor, at=AT, key=uuid4(), difference_id=difference_id, note=note)


def found(ward: Ward, unit: bool = True) -> int:
    name_difference("paid_twice", "R1", at=AT, unit_id=ward.unit.id if unit else None)
    return queries.differences()[0].id


def test_a_difference_is_closed_with_a_word_on_it(ward: Ward) -> None:
    one = found(ward)

    close(ward.leader, one)

    assert queries.differences() == ()
    (closed,) = queries.differences(waiting=False)
    assert (closed.note, closed.settled_by) == ("Ngân hàng đã sửa", ward.leader.code)
    with pytest.raises(NotAllowedNow):
        close(ward.leader, one)


def test_words_are_needed(ward: Ward) -> None:
    with pytest.raises(WordsMissing):
        close(ward.leader, found(ward), note="  ")


def test_only_those_whose_money_it_is_may_close_it(ward: Ward) -> None:
    one = found(ward)

    with pytest.raises(NotPermitted):
        close(ward.cashier, one)
    with pytest.raises(NotFound):
        close(ward.leader, 999_999)
    close(ward.person("Nga", Role.UNIT_ADMIN), one)


def test_money_of_nobody_is_the_operators_matter(ward: Ward) -> None:
    one = found(ward, unit=False)

    with pytest.raises(NotPermitted):
        close(ward.leader, one)
    close(ward.person("Yến", Role.OPERATOR), one)
