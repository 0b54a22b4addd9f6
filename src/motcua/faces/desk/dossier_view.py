# SPDX-License-Identifier: Apache-2.0
"""The page of a dossier made ready to draw, in the words of its reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from motcua.domains.dossiers.queries import signatures
from motcua.domains.dossiers.queries.card import (
    DossierCard,
    HistoryLine,
    PaperLine,
    QuestionLine,
    SupplementLine,
    attachments,
    consultations,
    history,
    supplements,
)
from motcua.domains.dossiers.queries.second_requests import SecondRequestCard
from motcua.domains.payments import queries as payments
from motcua.domains.procedures.queries import PaperKind
from motcua.domains.units import queries as units
from motcua.domains.vault import queries as vault
from motcua.faces.design.titles import both_text
from motcua.faces.desk.limits import ShownClock, shown_clock
from motcua.faces.desk.naming import (
    action_words,
    logged_post_words,
    minutes_words,
    role_words,
    unit_name,
)
from motcua.faces.desk.offers import Offers, Papers, offers
from motcua.faces.desk.saying import Section, sections
from motcua.faces.desk.sent_files import laid_files
from motcua.faces.desk.timing.offered import Timing, timing
from motcua.kit.access import Actor
from motcua.rules.generation.configuration import TO_VERIFY
from motcua.rules.worktime import (
    WorkCalendar,
    shown_due,
    working_minutes_between,
)


@dataclass(frozen=True, slots=True)
class Component:
    """One paper of the list: what came of it, and whether it is missing."""

    kind: PaperKind
    files: tuple[PaperLine, ...]
    on_paper: bool
    counts: str
    missing: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history; `by` is its writer's code, `took` the working time before it."""

    title: str
    step: str
    at: datetime
    who: str
    by: str
    post: str
    took: str
    note: str
    off_hours: bool
    late: bool
    moved_to: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to another unit; `until` as people read it, a closing instead of an opening."""

    line: QuestionLine
    unit: str
    until: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class Request:
    """A request to complete the dossier, its items by name."""

    officer_name: str
    asked_at: datetime
    until_on: Any
    guide: str
    items: tuple[tuple[str, str, str], ...]
    completed_at: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything on the page besides the dossier itself."""

    step: str
    desk: str
    clock: ShownClock
    due_at: datetime | None
    legal_due_at: datetime | None
    doubts: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    sections: list[Section]
    components: tuple[Component, ...]
    others: tuple[PaperLine, ...]
    replaced: tuple[PaperLine, ...]
    filed: Mapping[UUID, vault.OwnPaper]
    bill: payments.BillCard | None
    questions: tuple[Asked, ...]
    requests: tuple[Request, ...]
    events: tuple[Event, ...]
    result: vault.PaperCard | None
    signed: tuple[tuple[str, str, datetime | None], ...]
    timing: Timing
    second_items: tuple[tuple[str, str, str], ...]
    offers: Offers


def dossier_view(actor: Actor, shown: DossierCard, at: datetime) -> DossierView:
    """Return what an official reads at the moment `at`."""
    asked, requests = consultations(shown.id), supplements(shown.id)
    lines = history(shown.code)
    around = timing(shown, lines)
    bill, laid = payments.bill_of(shown.code), attachments(shown.id)
    calendar = units.work_calendar(shown.competent_unit_id)
    known = {kind.code for kind in shown.version.papers}
    valid = tuple(line for line in laid if not line.replaced)
    return DossierView(
        step=both_text(shown.version.workflow.steps[shown.step].title),
        desk=_desk(shown),
        clock=shown_clock(shown, at),
        due_at=shown_due(shown.due_at, calendar) if shown.due_at else None,
        legal_due_at=shown_due(shown.legal_due_at, calendar) if shown.legal_due_at else None,
        doubts=tuple(gettext(TO_VERIFY.get(one, one)) for one in shown.version.to_verify),
        units=tuple(_units(shown)),
        sections=sections(shown.version.form, shown.answers, laid_files(shown, valid)),
        components=tuple(_components(shown, valid)),
        others=tuple(line for line in valid if line.component_code not in known),
        replaced=tuple(line for line in laid if line.replaced),
        filed=vault.filed([line.paper_code for line in valid]),
        bill=bill,
        questions=tuple(_asked(line, at, calendar) for line in asked),
        requests=tuple(_request(shown, line) for line in requests),
        events=tuple(_events(shown, lines)),
        result=next(iter(vault.papers(id=shown.result_paper_id)), None)
        if shown.result_paper_id
        else None,
        signed=signatures.of_dossier(shown.id),
        timing=around,
        second_items=_items(shown, around.open_request) if around.open_request else (),
        offers=offers(actor, shown, Papers(bill, asked, requests, around), at),
    )


def _desk(shown: DossierCard) -> str:
    """Return before whom the dossier lies."""
    if shown.desk_unit_id is None:
        return ""
    return f"{role_words(shown.desk_role)}, {unit_name(shown.desk_unit_id)}"


def _units(shown: DossierCard) -> Iterator[tuple[str, str]]:
    """Yield the four units of a dossier; those that are the same stand once."""
    yield gettext("Handled by"), unit_name(shown.competent_unit_id)
    yield gettext("Received by"), unit_name(shown.receiving_unit_id)
    if shown.return_unit_id != shown.receiving_unit_id:
        yield gettext("Result returned at"), unit_name(shown.return_unit_id)
    if shown.support_unit_id:
        yield gettext("Help was given at"), unit_name(shown.support_unit_id)


def _components(shown: DossierCard, laid: Sequence[PaperLine]) -> Iterator[Component]:
    presented = {one["code"]: one for one in shown.components}
    for kind in shown.version.papers:
        files = tuple(line for line in laid if line.component_code == kind.code)
        on_paper = kind.code in presented
        required = kind.role == "submit" and kind.is_required(shown.answers)
        counts = counts_words(presented.get(kind.code, {}))
        yield Component(kind, files, on_paper, counts, required and not files and not on_paper)


def counts_words(given: Mapping[str, Any]) -> str:
    """Return how many originals and copies were handed over, "" when nobody counted."""
    parts = []
    if given.get("originals"):
        parts.append(gettext("originals: %(n)s") % {"n": given["originals"]})
    if given.get("copies"):
        parts.append(gettext("copies: %(n)s") % {"n": given["copies"]})
    return ", ".join(parts)


def _asked(line: QuestionLine, at: datetime, calendar: WorkCalendar) -> Asked:
    late = (line.answered_at or at) > line.due_at
    return Asked(line, unit_name(line.unit_id), shown_due(line.due_at, calendar), late)


def _request(shown: DossierCard, line: SupplementLine) -> Request:
    return Request(
        line.officer_name, line.asked_at, line.until_on, line.guide, _items(shown, line),
        line.completed_at, line.late,
    )  # fmt: skip


def _items(
    shown: DossierCard, asked: SupplementLine | SecondRequestCard
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (target_words(shown, item["target"]), item["missing"], item["reason"])
        for item in asked.items
    )


def target_words(shown: DossierCard, target: str) -> str:
    """Return the label of what a request points at: `field:<path>` or `paper:<code>`."""
    kind, _, name = target.partition(":")
    if kind == "paper":
        found = (one.title for one in shown.version.papers if one.code == name)
    else:
        found = (one.label for one in shown.version.form.fields if one.name == name)
    return both_text(next(found, name))


def _events(shown: DossierCard, lines: Sequence[HistoryLine]) -> Iterator[Event]:
    workflow, calendar = shown.version.workflow, units.work_calendar(shown.competent_unit_id)
    before: HistoryLine | None = None
    for line in lines:
        step = workflow.steps.get(line.step)
        minutes = working_minutes_between(before.at, line.at, calendar) if before else 0
        moved = before is None or before.step != line.step
        yield Event(
            title=action_words(workflow, line.action, line.step),
            step=both_text(step.title) if step and moved else "",
            at=line.at,
            who=line.actor_name,
            by=line.actor_code,
            post=logged_post_words(line.post),
            took=minutes_words(minutes) if before else "",
            note=line.reason,
            off_hours=line.off_hours,
            late=line.late,
            moved_to=line.moved_to,
        )
        before = line


def relevant(shown: DossierCard) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what a supplement may ask for: the questions that apply, page by page, and papers."""
    for page in shown.version.form.pages:
        fields = [
            (f"field:{field.name}", both_text(field.label))
            for field in page.fields
            if field.answer.answers
            and (field.show_if is None or field.show_if.holds(shown.answers))
        ]
        if fields:
            yield both_text(page.title), fields
    papers = [(f"paper:{kind.code}", both_text(kind.title)) for kind in shown.version.papers]
    if papers:
        yield gettext("Papers"), papers
