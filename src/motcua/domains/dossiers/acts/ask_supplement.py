# SPDX-License-Identifier: Apache-2.0
"""Ask the applicant to complete the dossier, everything at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import SupplementAsked
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import SupplementRequest
from motcua.domains.dossiers.reasons import optional, stated
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotAllowedNow
from motcua.rules.worktime import WorkCalendar, due, parse_limit

# Source: Decree 61/2018/NĐ-CP art. 19 (recalled, law.md 2.4); to verify against Decree 118/2025.
ASKING_TIME = parse_limit("3wd")


class NothingAsked(Fault):
    """The request names no item."""

    sentence = gettext_lazy("Say what is missing: choose at least one field or paper.")


class UnknownTarget(Fault):
    """An item points at nothing of the form."""

    sentence = gettext_lazy("The request points at a field or paper that the form does not have.")


class DateTooEarly(Fault):
    """The applicant must get some time."""

    sentence = gettext_lazy("Give the applicant at least until tomorrow.")


class AskedBefore(Fault):
    """A second request makes the dossier late by law."""

    status = 409
    sentence = gettext_lazy(
        "A supplement was already asked once; a second request needs the leader's approval."
    )


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to complete; `target` is `field:<path>` or `paper:<code>`."""

    target: str
    missing: str
    reason: str


@ledger.act
def ask_supplement(
    *, by: By, code: str, items: Sequence[Item], until_on: date, guide: str = ""
) -> Outcome:
    """Send the dossier back to the applicant; a running clock stands still until it returns.

    A request later than three working days after receipt is sent all the same, and marked late.
    Raises NotPermitted, NotAllowedNow, NothingAsked, UnknownTarget, DateTooEarly, AskedBefore.
    Emits: SupplementAsked. Source: Decree 61/2018/NĐ-CP art. 19 (recalled), 118/2025/NĐ-CP.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    after = ledger.move(case, "ask_supplement", by.at)
    if case.ended_at is not None:
        raise NotAllowedNow
    _refuse_second(case)
    late = is_late(case, by.at)
    SupplementRequest.objects.create(
        dossier_id=case.id, asked_at=by.at, asked_by=by.actor.code, officer_name=by.actor.name,
        until_on=answerable(until_on, by.at), guide=optional(guide), items=checked(case, items),
        late=late,
    )  # fmt: skip
    marks = {"late": True} if late else {}
    return ledger.write(
        case, after, by=by, act="ask_supplement", event=SupplementAsked, post=post,
        payload={
            "action": "ask_supplement", "targets": [item.target for item in items], **marks,
        },
    )  # fmt: skip


def latest(received_at: datetime, calendar: WorkCalendar) -> datetime:
    """Return until when the law lets an officer ask for a supplement (UTC+7)."""
    return due(received_at=received_at, limit=ASKING_TIME, calendar=calendar)


def is_late(case: Case, at: datetime) -> bool:
    """Say whether a request at this moment comes later than the law allows."""
    return case.received_at is not None and at > latest(case.received_at, case.calendar)


def _refuse_second(case: Case) -> None:
    if SupplementRequest.objects.filter(dossier_id=case.id).exists():
        raise AskedBefore


def checked(case: Case, items: Sequence[Item]) -> list[dict[str, str]]:
    """Return the items as the tables keep them. Raises NothingAsked, UnknownTarget."""
    if not items:
        raise NothingAsked
    known = targets(case)
    if any(item.target not in known for item in items):
        raise UnknownTarget
    return [
        asdict(item) | {"missing": stated(item.missing), "reason": optional(item.reason)}
        for item in items
    ]


def answerable(until_on: date, at: datetime) -> date:
    """Return the date if it leaves the applicant some time. Raises DateTooEarly."""
    if until_on <= at.astimezone(VN).date():
        raise DateTooEarly
    return until_on


def targets(case: Case) -> frozenset[str]:
    """Return everything of the form a request can point at."""
    fields = {f"field:{field.name}" for page in case.version.form.pages for field in page.fields}
    return frozenset(fields | {f"paper:{kind.code}" for kind in case.version.papers})
