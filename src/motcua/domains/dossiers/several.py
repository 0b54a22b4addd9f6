# SPDX-License-Identifier: Apache-2.0
"""Acts on several dossiers at once: one key for the whole, one link and event a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import uuid5

from django.db import transaction

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import DossierEvent
from motcua.domains.dossiers.ledger import By
from motcua.kit.access import Post
from motcua.kit.faults import Fault
from motcua.kit.idempotency import KeyReused, repeated, spend


class _TwinWasFaster(Exception):  # noqa: N818
    """A parallel command with the same key committed while this one waited."""


def once(by: By, act: str, work: Callable[[], str]) -> str:
    """Run `work` in one transaction and spend the key on what it returns; repeated, return that.

    Raises KeyReused.
    """
    done = repeated(key=by.key, actor=by.actor)
    if done is not None:
        return done
    try:
        with transaction.atomic():
            subject = work()
            fresh = spend(key=by.key, act=act, actor=by.actor, subject=subject, at=by.at, made=True)
            if not fresh:
                raise _TwinWasFaster
            return subject
    except (_TwinWasFaster, ledger.TwinWasFaster, ledger.Replayed, Fault) as reason:
        return _by_twin(by, reason)


def _by_twin(by: By, reason: Exception) -> str:
    """Return what a parallel twin did; without one, whatever stood in the way is true.

    A twin that committed while we waited makes our own attempt look like a fault.
    """
    subject = repeated(key=by.key, actor=by.actor)
    if subject:
        return subject
    raise reason if isinstance(reason, Fault) else KeyReused from reason


def locked(by: By, codes: Iterable[str]) -> dict[str, Case]:
    """Lock dossiers in the order of their codes, so that two lists never wait in a circle.

    Raises NotFound for a code that nobody has.
    """
    return {code: ledger.lock(code, part_of(by, code)) for code in sorted(set(codes))}


def part_of(by: By, code: str) -> By:
    """Return the command's part for one dossier, under a key that follows from both."""
    return By(by.actor, by.at, uuid5(by.key, code))


def note_down(
    case: Case,
    by: By,
    *,
    act: str,
    event: type[DossierEvent],
    post: Post | None,
    payload: Mapping[str, Any],
) -> None:
    """Write into a dossier's log what does not move it."""
    ledger.write(
        case, case, by=part_of(by, case.code), act=act, event=event, post=post, payload=payload
    )
