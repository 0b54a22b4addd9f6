# SPDX-License-Identifier: Apache-2.0
"""What the applicant reads about a dossier: where it stands, until when, what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, gettext_lazy

from motcua.domains.dossiers import answer_files
from motcua.domains.dossiers.handing import OVER
from motcua.domains.dossiers.queries.card import (
    DossierCard,
    HistoryLine,
    PaperLine,
    SupplementLine,
    attachments,
    history,
    stars,
    supplements,
)
from motcua.domains.payments import queries as payments
from motcua.domains.payments.queries import BillCard, Order
from motcua.domains.units import queries as units
from motcua.faces.design.titles import both_text
from motcua.faces.design.units import name_of
from motcua.faces.portal import wording
from motcua.kit.access import REPRESENTATIVE
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.rules.workflow import Status
from motcua.rules.worktime import shown_due, verdict

ACTS = {
    "submit": gettext_lazy("Submitted"),
    "receive": gettext_lazy("Accepted; the time limit runs"),
    "refuse": gettext_lazy("Not accepted"),
    "ask_supplement": gettext_lazy("You were asked to complete it"),
    "resume": gettext_lazy("You completed it"),
    "consult": gettext_lazy("Other units were asked"),
    "answer_consultation": gettext_lazy("Another unit answered"),
    "extend": gettext_lazy("The due date was moved"),
    "stop": gettext_lazy("Work was stopped"),
    "withdraw": gettext_lazy("Withdrawn"),
    "return_result": gettext_lazy("Result returned"),
    "rate": gettext_lazy("You rated the handling"),
    "redate": gettext_lazy("The due date was moved: the working calendar changed"),
    "roll_back": gettext_lazy("An officer took back the last step"),
    "record_paper_first": gettext_lazy("The result was handed over on paper"),
    "join_bundle": gettext_lazy("Put on one receipt with your other dossiers"),
    "give_papers": gettext_lazy("Your papers were given to the unit that decides"),
    "confirm_papers": gettext_lazy("The unit that decides has your papers"),
    "refuse_papers": gettext_lazy("The unit that decides did not take your papers yet"),
    "give_results": gettext_lazy("The result is on its way to the counter"),
    "confirm_results": gettext_lazy("The counter has the result"),
    "refuse_results": gettext_lazy("The counter did not take the result yet"),
    "redirect_return": gettext_lazy("The result will be returned at another counter"),
    "keep_in_account": gettext_lazy("Kept in the applicant’s account"),
    "parcel_delivered": gettext_lazy("The post delivered the result"),
    "parcel_came_back": gettext_lazy("The post brought the result back"),
    "give_again": gettext_lazy("The result was given once more"),
}
TONES = {"ask_supplement": "ask", "refuse": "late", "stop": "late", "extend": "late"}
REASONS_SHOWN = frozenset({"refuse", "stop", "extend", "withdraw", "redirect_return"})
STANDING = frozenset({Status.SUPPLEMENT, Status.PAYMENT})


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything of the page but the forms."""

    title: Any
    lead: str
    due_state: str
    due_at: datetime | None
    legal_due_at: datetime | None
    checked_by: datetime | None
    is_check_late: bool
    unit: str
    receiving: str
    returning: str
    events: tuple[dict[str, Any], ...]
    ahead: tuple[dict[str, Any], ...]
    asked: SupplementLine | None
    bill: BillCard | None
    orders: tuple[Order, ...]
    pays_online: bool
    papers: tuple[tuple[str, PaperLine], ...]
    may_withdraw: bool
    may_move: bool
    may_complete: bool
    has_result: bool
    stars: int | None
    may_rate: bool


def dossier_view(shown: DossierCard, at: datetime) -> DossierView:
    """Return what the applicant reads at the moment `at`."""
    calendar = units.work_calendar(shown.competent_unit_id)
    vote = stars(shown.id)
    open_request = next((one for one in supplements(shown.id) if one.completed_at is None), None)
    titles = answer_files.titles(shown.version)
    bill = payments.bill_of(shown.code)
    orders = payments.orders_of(shown.code, at.astimezone(VN).date()) if bill else ()
    return DossierView(
        title=shown.version.title,
        lead=_lead(shown),
        due_state=_due_state(shown, at),
        due_at=shown_due(shown.due_at, calendar) if shown.due_at else None,
        legal_due_at=shown_due(shown.legal_due_at, calendar) if shown.legal_due_at else None,
        checked_by=_checked_by(shown),
        is_check_late=shown.status == Status.SUBMITTED and shown.queue_due_at < at,
        unit=name_of(units.agency(shown.competent_unit_id)),
        receiving=name_of(units.agency(shown.receiving_unit_id)),
        returning=name_of(units.agency(shown.return_unit_id)),
        events=tuple(_events(shown)),
        ahead=tuple(_ahead(shown)),
        asked=open_request,
        bill=bill,
        orders=orders,
        pays_online=bool(settings.PAYMENT_URL),
        papers=tuple(
            (both_text(titles.get(line.component_code)), line)
            for line in attachments(shown.id)
            if not line.replaced
        ),
        may_withdraw="withdraw" in shown.actions,
        may_move=shown.status not in OVER,
        may_complete="resume" in shown.actions and open_request is not None,
        has_result=shown.status == Status.RETURNED and shown.result_paper_id is not None,
        stars=vote,
        may_rate=shown.ended_at is not None and vote is None,
    )


# What officers ask of one another, without effect on the applicant.
WITHIN_THE_OFFICE = frozenset(
    {"request_second_supplement", "decide_second_supplement", "reconcile_paper_first"}
)
LEADS = {
    Status.SUBMITTED: gettext_lazy("It waits at the one-stop counter to be checked."),
    Status.RECEIVED: gettext_lazy("It was accepted and is on its way to the competent unit."),
    Status.REFUSED: gettext_lazy("It was not accepted. The reason stands below."),
    Status.PROCESSING: gettext_lazy("The competent unit is working on it."),
    Status.SUPPLEMENT: gettext_lazy("It waits for you: something has to be completed."),
    Status.PAYMENT: gettext_lazy("It waits for your payment."),
    Status.WITHDRAWN: gettext_lazy("You withdrew it. Nothing more happens."),
    Status.STOPPED: gettext_lazy("Work on it was stopped. The reason stands below."),
    Status.COMPLETED: gettext_lazy("The result is ready and waits for you."),
    Status.RETURNED: gettext_lazy("The result was returned."),
}


def _lead(shown: DossierCard) -> str:
    return str(LEADS[Status(shown.status)])


def _due_state(shown: DossierCard, at: datetime) -> str:
    """Return the state of the time limit; none before acceptance, paused while it stands."""
    if shown.due_at is None or shown.received_at is None:
        return "none"
    if shown.status in STANDING:
        return "paused"
    return verdict(
        due_at=shown.due_at,
        ended_at=shown.ended_at,
        at=at,
        received_at=shown.received_at,
        calendar=units.work_calendar(shown.competent_unit_id),
    ).value


def _checked_by(shown: DossierCard) -> datetime | None:
    """Return until when the counter must accept, refuse or ask; None once it has."""
    if shown.status != Status.SUBMITTED:
        return None
    return shown_due(shown.queue_due_at, units.work_calendar(shown.receiving_unit_id))


def _events(shown: DossierCard) -> Iterator[dict[str, Any]]:
    for line in history(shown.code):
        if line.action in WITHIN_THE_OFFICE:
            continue
        yield {
            "title": _title(shown, line),
            "at": line.at,
            "who": _who(line),
            "note": line.reason if line.act in REASONS_SHOWN else "",
            "tone": TONES.get(line.act, "done"),
        }


def _title(shown: DossierCard, line: HistoryLine) -> str:
    for name in (line.act, line.action):
        if name in ACTS:
            return str(ACTS[name])
    step = shown.version.workflow.steps.get(line.step)
    return both_text(step.title) if step else line.act


def _who(line: HistoryLine) -> str:
    """Return name, role and unit of an officer; applicants are not named."""
    role, _, place = line.post.partition("@")
    unit_code = place.partition("/")[0]
    if not unit_code:
        return ""
    if role == REPRESENTATIVE:
        return gettext("%(name)s, as representative") % {"name": line.actor_name}
    try:
        unit = name_of(units.agency_by_code(unit_code))
    except NotFound:
        unit = ""
    return ", ".join(part for part in (line.actor_name, wording.role_words(role), unit) if part)


def _ahead(shown: DossierCard) -> Iterator[dict[str, Any]]:
    """Yield the present step and those to come, on the straight way to the result."""
    steps = shown.version.workflow.steps
    name, seen = shown.back_step or shown.step, set()
    while name in steps and name not in seen and not steps[name].is_end:
        seen.add(name)
        step = steps[name]
        is_now = len(seen) == 1
        known = (wording.role_words(step.role), wording.minutes_words(step.minutes))
        yield {
            "title": both_text(step.title),
            "at": gettext("now") if is_now else "",
            "note": ", ".join(part for part in known if part),
            "tone": "now" if is_now else "later",
        }
        name = next((to for act, to in step.actions.items() if act != "return_back"), "")
    if seen:
        yield {"title": gettext("Result returned"), "at": "", "tone": "later"}
