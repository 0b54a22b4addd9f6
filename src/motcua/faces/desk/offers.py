# SPDX-License-Identifier: Apache-2.0
"""What an official may do with a dossier now, in which post, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from motcua.domains.dossiers.four_eyes import BACK, OwnProposal, proposer
from motcua.domains.dossiers.queries.card import DossierCard, QuestionLine, SupplementLine
from motcua.domains.payments.queries import BillCard
from motcua.faces.desk.naming import action_words
from motcua.faces.desk.timing.offered import Timing, offered
from motcua.kit.access import Actor, Role
from motcua.rules.workflow import Clock, Definition, Position, StepKind, clock

WITH_FORMS = frozenset(
    {"receive", "refuse", "ask_supplement", "resume", "stop", "withdraw", "return_result"}
    | {"consult"}
)
APPROVE = "approve"
ANSWERING = (Role.SPECIALIST, Role.LEADER)


@dataclass(frozen=True, slots=True)
class Papers:
    """What lies around a dossier, as far as it decides what may be done."""

    bill: BillCard | None
    questions: Sequence[QuestionLine]
    supplements: Sequence[SupplementLine]
    timing: Timing


@dataclass(frozen=True, slots=True)
class Offers:
    """The acts open to one actor; `moves` are (action, title) of the step, the usual one first."""

    moves: tuple[tuple[str, str], ...]
    verbs: frozenset[str]
    answer_for: tuple[int, ...]
    cash_unit_id: int | None
    hindrances: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.moves or self.verbs or self.answer_for or self.cash_unit_id)


def offers(actor: Actor, shown: DossierCard, lying: Papers, at: datetime) -> Offers:
    """Return what this actor may do with the dossier at this moment."""
    workflow, allowed = shown.version.workflow, shown.actions
    at_desk = shown.desk_unit_id is not None and actor.post(shown.desk_role, shown.desk_unit_id)
    hindered = dict(_hindrances(actor, shown, lying, at)) if at_desk else {}
    verbs = {verb for verb in allowed if verb in WITH_FORMS and verb not in hindered and at_desk}
    verbs -= {"stop", "withdraw", "resume"}
    verbs |= {verb for verb in _beside_the_desk(actor, shown, at) if verb not in hindered}
    verbs |= set(offered(actor, shown, lying.timing, lying.supplements, at))
    moves = tuple(
        (action, action_words(workflow, action, _target(workflow, shown, action)))
        for action in allowed
        if at_desk
        and action not in WITH_FORMS
        and "advance" not in hindered
        and (action == BACK or APPROVE not in hindered)
    )
    return Offers(
        moves,
        frozenset(verbs),
        tuple(_questions_for(actor, lying)),
        _cash_unit(actor, shown, lying),
        tuple(hindered.values()),
    )


def _target(definition: Definition, shown: DossierCard, action: str) -> str:
    return definition.steps[shown.step].actions.get(action, "")


def _beside_the_desk(actor: Actor, shown: DossierCard, at: datetime) -> Iterator[str]:
    """Yield the acts that do not hang on the present desk: by counter, people in charge, leader."""
    unit, allowed = shown.competent_unit_id, shown.actions
    if actor.post(Role.COUNTER, shown.receiving_unit_id):
        yield from (verb for verb in ("resume", "withdraw") if verb in allowed)
    leads = actor.post(Role.LEADER, unit)
    if "stop" in allowed and (leads or actor.post(Role.SPECIALIST, unit)):
        yield "stop"
    if leads and _may_extend(shown, at):
        yield "extend"


def _may_extend(shown: DossierCard, at: datetime) -> bool:
    position = Position(shown.step, shown.back_step or None)
    runs = clock(shown.version.workflow, position) is Clock.RUNNING and shown.ended_at is None
    return runs and shown.due_at is not None and not shown.extension and at < shown.due_at


def _hindrances(
    actor: Actor, shown: DossierCard, lying: Papers, at: datetime
) -> Iterator[tuple[str, str]]:
    """Yield acts that the step allows but something else forbids, with the reason."""
    allowed = shown.actions
    if _proposed_by(actor, shown, lying):
        yield APPROVE, str(OwnProposal())
    if any(line.answered_at is None and line.due_at > at for line in lying.questions):
        yield "advance", gettext("Other units were asked and still have time to answer.")
    if "ask_supplement" in allowed and lying.supplements:
        yield (
            "ask_supplement",
            gettext(
                "A supplement was already asked once; a second request needs the leader's approval."
            ),
        )
    if (late := _to_pay_first(shown, lying)) is not None:
        yield late, gettext("The fee must be paid before this step; the bill is still open.")
    if "return_result" in allowed and lying.bill is not None and lying.bill.is_open:
        yield (
            "return_result",
            gettext("Take the fee first: the bill of this dossier is still open."),
        )
    elif "return_result" in allowed and shown.version.result and shown.result_paper_id is None:
        yield (
            "return_result",
            gettext("The result paper is still being made. Try again in a few seconds."),
        )


def _proposed_by(actor: Actor, shown: DossierCard, lying: Papers) -> bool:
    """Say whether the dossier waits for the approval of what the actor has proposed."""
    definition = shown.version.workflow
    links = ((line.act, line.actor_code, line.step) for line in lying.timing.history)
    at_approval = definition.steps[shown.step].kind is StepKind.APPROVAL
    return at_approval and proposer(definition, links) == actor.code


def _to_pay_first(shown: DossierCard, lying: Papers) -> str | None:
    """Return the act that waits for the fee where the procedure asks for it early."""
    if lying.bill is None or not lying.bill.is_open:
        return None
    if shown.version.payment == "before" and "receive" in shown.actions:
        return "receive"
    at_payment = shown.version.workflow.steps[shown.step].kind is StepKind.PAYMENT
    return "advance" if at_payment and shown.version.payment == "middle" else None


def _questions_for(actor: Actor, lying: Papers) -> Iterator[int]:
    """Yield the asked units for which the actor may answer."""
    for line in lying.questions:
        if line.answered_at is None and any(actor.post(role, line.unit_id) for role in ANSWERING):
            yield line.unit_id


def _cash_unit(actor: Actor, shown: DossierCard, lying: Papers) -> int | None:
    """Return the unit at whose counter the actor may take the open bill."""
    if lying.bill is None or not lying.bill.is_open:
        return None
    for unit_id in (shown.receiving_unit_id, shown.return_unit_id):
        if actor.post(Role.COUNTER, unit_id):
            return unit_id
    return None
