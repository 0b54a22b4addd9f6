# SPDX-License-Identifier: Apache-2.0
"""`motcua verify` finds every kind of tampering, and nothing where nobody tampered."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from motcua.domains.dossiers.acts.redate_open import redate_open
from motcua.domains.dossiers.models import Dossier
from motcua.domains.units import queries as units
from motcua.domains.units.redating import SETTLING
from motcua.faces.cli import verify
from motcua.kit import audit, clock
from motcua.kit.models import AuditEntry
from tests.domains.dossiers.acts.test_redate import holiday
from tests.domains.dossiers.acts.test_redate_open import told as told_of_calendar
from tests.faces.cli.conftest import Seed

GUARDED = ("kit_auditentry", "kit_auditcheckpoint")
Verified = tuple[int, dict[str, list[dict[str, str]] | int]]


@pytest.fixture
def verified(capsys: pytest.CaptureFixture[str]) -> Callable[[], Verified]:
    """Run the command and return its exit status and what it printed."""

    def check() -> Verified:
        status = verify.run(Namespace(json=True))
        return status, json.loads(capsys.readouterr().out)

    return check


def tampered(statement: str, *values: object) -> None:
    """Write past the guards of the log, as somebody with the keys of the database could."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in GUARDED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        for table in GUARDED:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def kinds(found: Verified) -> set[tuple[str, str]]:
    return {(one["kind"], one["dossier"]) for one in found[1]["differences"]}


def test_untouched_dossiers_and_checkpoints_are_clean(
    seeded: Seed, verified: Callable[[], Verified]
) -> None:
    seeded(60)
    audit.checkpoint(at=clock.now())

    assert verified() == (0, {"checked": 60, "differences": []})


def test_a_changed_calendar_moves_open_dossiers_and_stays_clean(
    seeded: Seed, verified: Callable[[], Verified]
) -> None:
    seeded(120)
    ended = set(Dossier.objects.exclude(ended_at=None).values_list("code", "due_at"))
    tomorrow = clock.today() + timedelta(days=1)
    days = [tomorrow + timedelta(days=number) for number in range(7)]
    working = [day for day in days if units.work_calendar().is_working(day)][:2]
    for day in working:
        holiday(day, at=clock.now())
    told_of_calendar()

    while redate_open(at=clock.now() + SETTLING):
        pass

    assert AuditEntry.objects.filter(act="redate").exists()
    assert ended == set(Dossier.objects.exclude(ended_at=None).values_list("code", "due_at"))
    assert verified() == (0, {"checked": 120, "differences": []})


def test_a_changed_status_is_found_with_both_values(
    seeded: Seed, verified: Callable[[], Verified]
) -> None:
    row = next(row for row in seeded(60) if row.status == 10)
    Dossier.objects.filter(pk=row.pk).update(status=9)

    status, told = verified()

    assert status == 1
    assert told["differences"] == [
        {"kind": "status", "dossier": row.code, "stored": "9", "derived": "10"}
    ]


@pytest.mark.parametrize("name", ["due_at", "legal_due_at", "received_at", "ended_at"])
def test_a_moved_moment_is_found(seeded: Seed, verified: Callable[[], Verified], name: str) -> None:
    row = next(row for row in seeded(60) if row.status == 10)
    moved = getattr(row, name) + timedelta(minutes=1)
    Dossier.objects.filter(pk=row.pk).update(**{name: moved})

    assert kinds(verified()) == {(name, row.code)}


def test_a_changed_entry_breaks_the_chain(seeded: Seed, verified: Callable[[], Verified]) -> None:
    row = seeded(30)[0]
    tampered(
        "UPDATE kit_auditentry SET actor_name = 'Nobody' WHERE chain = %s AND seq = 1",
        f"dossier:{row.code}",
    )

    assert kinds(verified()) == {("chain", row.code)}


def test_a_cut_tail_is_found_by_the_head_kept_in_the_dossier(
    seeded: Seed, verified: Callable[[], Verified]
) -> None:
    row = next(row for row in seeded(60) if row.status == 10)
    tampered(
        "DELETE FROM kit_auditentry WHERE chain = %s AND seq = %s",
        f"dossier:{row.code}",
        row.chain_seq,
    )

    assert ("chain_head", row.code) in kinds(verified())


def test_a_dossier_without_any_log_is_found(seeded: Seed, verified: Callable[[], Verified]) -> None:
    row = seeded(30)[0]
    tampered("DELETE FROM kit_auditentry WHERE chain = %s", f"dossier:{row.code}")

    assert kinds(verified()) >= {("chain_head", row.code), ("log", row.code)}


def test_a_tail_cut_from_log_and_dossier_alike_is_found_by_the_checkpoint(
    seeded: Seed, verified: Callable[[], Verified]
) -> None:
    seeded(30)
    audit.checkpoint(at=clock.now())
    row = next(row for row in Dossier.objects.all() if row.chain_seq > 1)
    tampered(
        "DELETE FROM kit_auditentry WHERE chain = %s AND seq = %s",
        f"dossier:{row.code}",
        row.chain_seq,
    )

    assert ("checkpoint", "") in kinds(verified())


def test_a_forged_checkpoint_is_found(seeded: Seed, verified: Callable[[], Verified]) -> None:
    seeded(30)
    audit.checkpoint(at=clock.now())
    tampered("UPDATE kit_auditcheckpoint SET upto_id = upto_id - 1")

    assert kinds(verified()) == {("checkpoint", "")}
