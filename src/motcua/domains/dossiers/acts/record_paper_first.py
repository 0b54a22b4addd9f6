# SPDX-License-Identifier: Apache-2.0
"""Record afterwards that a result was handed over on paper before the system caught up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case, changed, required
from motcua.domains.dossiers.events import PaperFirstRecorded
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import PaperFirst
from motcua.domains.dossiers.queries.card import DossierCard
from motcua.domains.dossiers.reasons import stated
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit.access import Actor, Post, Role
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.rules.workflow import Status

AT_WORK = frozenset({Status.RECEIVED, Status.PROCESSING, Status.COMPLETED})
LONGEST_NAME = 200


class MomentWrong(Fault):
    """The hand-over cannot have been then."""

    sentence = gettext_lazy(
        "State when the result was truly handed over: after receipt and after the last pause, and"
        " not later than now."
    )


class RecordedBefore(Fault):
    """One hand-over is all there is."""

    status = 409
    sentence = gettext_lazy("The hand-over on paper is recorded already.")


class ScanMissing(Fault):
    """Nothing proves the hand-over."""

    sentence = gettext_lazy("Attach a scan of the signed hand-over.")


@dataclass(frozen=True, slots=True)
class Handed:
    """When and to whom the result was given, and why before the system; the scan proves it."""

    at: datetime
    to: str
    why: str
    file_name: str
    scan: Iterable[bytes]


@ledger.act
def record_paper_first(*, by: By, code: str, handed: Handed) -> Outcome:
    """End the dossier at the true moment; its own steps are still to be done and reconciled.

    A counter officer where it was received or is returned does it, or the leader in charge.
    Raises NotPermitted, NotAllowedNow, MomentWrong, RecordedBefore, ScanMissing, ReasonMissing and
    the faults of store_file. Emits: PaperFirstRecorded.
    """
    case = ledger.lock(code, by)
    post = must_be_recordable(by.actor, case)
    if not _start(case) <= handed.at <= by.at:
        raise MomentWrong
    PaperFirst.objects.create(
        dossier_id=case.id, handed_at=handed.at, handed_to=stated(handed.to)[:LONGEST_NAME],
        why=stated(handed.why), scan=_scanned(case, handed, by.at), recorded_at=by.at,
        recorded_by=by.actor.code, officer_name=by.actor.name,
    )  # fmt: skip
    ended_at = min(handed.at, case.ended_at or handed.at)
    return ledger.write(
        case, changed(case, ended_at=ended_at), by=by, act="record_paper_first",
        event=PaperFirstRecorded, post=post,
        payload={
            "handed_at": handed.at.isoformat(), "ended_at": ended_at.isoformat(),
            "reason": stated(handed.why),
        },
    )  # fmt: skip


def must_be_recordable(actor: Actor, dossier: Case | DossierCard) -> Post:
    """Return the post in which the actor may record a hand-over now.

    Raises NotPermitted, NotAllowedNow, RecordedBefore.
    """
    post = required(recording_post(actor, dossier))
    if dossier.status not in AT_WORK:
        raise NotAllowedNow
    if PaperFirst.objects.filter(dossier_id=dossier.id).exists():
        raise RecordedBefore
    return post


def recording_post(actor: Actor, dossier: Case | DossierCard) -> Post | None:
    """Return the post in which the actor may ever record a hand-over, None without one."""
    return (
        actor.post(Role.COUNTER, dossier.return_unit_id)
        or actor.post(Role.COUNTER, dossier.receiving_unit_id)
        or actor.post(Role.LEADER, dossier.competent_unit_id)
    )


def _start(case: Case) -> datetime:
    """Return the first moment at which a result can have been given."""
    ends = [datetime.fromisoformat(pause[1]) for pause in case.pauses if pause[1]]
    return max([case.received_at or case.submitted_at, *ends])


def _scanned(case: Case, handed: Handed, at: datetime) -> object:
    if not handed.file_name:
        raise ScanMissing
    stored = store_file(chunks=handed.scan, name=handed.file_name, at=at)
    return file_paper(
        file=stored, kind=PaperKind.COMPONENT, title="Biên nhận trả kết quả bản giấy",
        file_name=handed.file_name, at=at, origin_dossier=case.code,
    )  # fmt: skip
