# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from motcua.kit import audit
from motcua.kit.access import SYSTEM, Actor, ActorKind, Post
from motcua.kit.models import AuditEntry

AT = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
SCALARS = st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"))
PLAIN = st.dictionaries(st.text(st.characters(codec="utf-8")), SCALARS | st.lists(SCALARS))


def chain_of_three(name: str = "account:1") -> list[audit.Row]:
    for number in range(3):
        audit.append(chain=name, at=AT, act="note", actor=SYSTEM, payload={"n": number})
    rows = AuditEntry.objects.filter(chain=name).order_by("seq")
    return list(rows.values_list(*audit.FIELDS))


@pytest.mark.django_db
def test_a_chain_as_written_holds() -> None:
    rows = chain_of_three()

    assert [row[1] for row in rows] == [1, 2, 3]
    assert list(audit.breaks(rows)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [(2, datetime(2026, 7, 4, tzinfo=UTC)), (3, "approve"), (5, "Someone"), (7, {"n": 9})],
)
def test_any_changed_column_breaks_the_chain(column: int, value: object) -> None:
    rows = chain_of_three()

    forged = [*rows[:1], (*rows[1][:column], value, *rows[1][column + 1 :]), *rows[2:]]

    assert [broken.seq for broken in audit.breaks(forged)] == [2]


@pytest.mark.django_db
def test_a_link_cut_out_of_the_middle_is_noticed() -> None:
    rows = chain_of_three()

    assert list(audit.breaks([rows[0], rows[2]])) != []


@pytest.mark.django_db
def test_a_cut_tail_is_noticed_by_the_checkpoint() -> None:
    chain_of_three()
    assert audit.checkpoint(at=AT) is not None
    assert list(audit.checkpoint_breaks()) == []

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE kit_auditentry DISABLE TRIGGER append_only")
        cursor.execute("DELETE FROM kit_auditentry WHERE seq = 3")

    assert len(list(audit.checkpoint_breaks())) == 1


@pytest.mark.django_db
def test_a_checkpoint_without_news_is_not_written() -> None:
    chain_of_three()
    audit.checkpoint(at=AT)

    assert audit.checkpoint(at=AT) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kit_auditentry SET act = 'other'",
        "DELETE FROM kit_auditentry",
        "TRUNCATE kit_auditentry",
        "UPDATE kit_auditcheckpoint SET entries = 0",
        "DELETE FROM kit_datause",
    ],
)
def test_the_database_refuses_to_change_the_log(statement: str) -> None:
    chain_of_three()

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_post_and_the_person_are_part_of_the_link() -> None:
    official = Actor(code="cb-1", name="Nguyễn Thị Lan", kind=ActorKind.OFFICIAL)
    post = Post(unit_id=1, unit_code="H05.101", role="counter")
    start = {"chain": "c", "after": (0, audit.GENESIS), "at": AT, "act": "a", "payload": {}}

    with_post = audit.link(actor=official, post=post, **start)
    without = audit.link(actor=official, post=None, **start)

    assert with_post.post == "counter@H05.101"
    assert with_post.hash != without.hash


@given(PLAIN)
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: dict[str, object]) -> None:
    turned = dict(reversed(list(value.items())))

    assert audit.sha256_of(turned) == audit.sha256_of(value)
