# SPDX-License-Identifier: Apache-2.0
"""The acts on a dossier: one address each, one act behind each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.answer_consultation import answer_consultation
from motcua.domains.dossiers.acts.ask_supplement import Item, ask_supplement
from motcua.domains.dossiers.acts.consult import consult
from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.rate import rate
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.refuse import refuse
from motcua.domains.dossiers.acts.resume import resume
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.acts.stop import stop
from motcua.domains.dossiers.acts.withdraw import withdraw
from motcua.domains.dossiers.fetching import Collector
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.payments.acts.take_cash import take_cash
from motcua.faces.api.bearer import Scope, Token
from motcua.faces.api.papers import Given, laid_in
from motcua.faces.api.rights import Reader, reader_of, unit_id
from motcua.faces.api.values import Answers, Command, Key, Line, Moment, Name, Secret, Sent, Words
from motcua.kit import clock, idempotency
from motcua.rules.worktime import parse_limit

router = Router(auth=Token(Scope.ACT), tags=["acts"])
Act = Callable[[By, str], Outcome]


class Done(Schema):
    """Where the dossier stands after the act."""

    dossier: str
    status: int
    seq: int


class Receiving(Command):
    """The number it bears in a ministry's system, where it has one."""

    external_number: Annotated[Line, Field(max_length=60)] = ""


class Reasoned(Command):
    """A reason, which the applicant will read."""

    reason: Words


class Withdrawal(Command):
    """A reason, if there is one."""

    reason: Words = ""


class Missing(Sent):
    """One thing to complete: `target` is `field:<name>` or `paper:<code>`."""

    target: Name
    missing: Words
    reason: Words = ""


class SupplementWish(Command):
    """What is to be completed, and until when."""

    items: Annotated[list[Missing], Field(min_length=1, max_length=60)]
    until_on: date
    guide: Words = ""


class Completion(Command):
    """What was asked for; other answers stay as they are."""

    answers: Answers = {}
    papers: Annotated[list[Given], Field(max_length=60)] = []
    presented: Annotated[list[Name], Field(max_length=60)] = []


class Advance(Command):
    """One of the `actions` of the dossier."""

    action: Name
    note: Words = ""


class Consultation(Command):
    """A question to other units, to be answered `within` a limit such as `3wd`."""

    units: Annotated[list[Name], Field(min_length=1, max_length=20)]
    question: Words
    within: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}(wd|wh|d)$")]


class Opinion(Command):
    """What the asked unit answers."""

    unit: Name
    agrees: bool
    answer: Words


class Extension(Command):
    """The new due moment; without zone it is +07:00."""

    to: Moment
    reason: Words


class Collecting(Sent):
    """Who collected in the applicant's place; `statement` is the proof that was written down."""

    name: Annotated[Words, Field(max_length=200)]
    id_number: Annotated[Words, Field(max_length=20)]
    relation: Annotated[Words, Field(max_length=200)]
    statement: Words


class Handing(Command):
    """How the applicant got the result; `post` needs the number on the slip of the post."""

    to: Literal["counter", "online", "post"]
    tracking_number: Annotated[Words, Field(max_length=30)] = ""
    collector: Collecting | None = None


class Vote(Command):
    """The applicant's vote."""

    stars: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[Words, Field(max_length=1000)] = ""


class Payment(Sent):
    """Cash taken at the counter of a unit: exactly what is due."""

    unit: Name
    amount_vnd: Annotated[int, Field(ge=1, le=10**12)]


class Receipt(Schema):
    """The number of the receipt."""

    receipt: str


def _perform(reader: Reader, key: UUID, seen: int | None, name: str, act: Act) -> dict[str, Any]:
    """Carry out one act; a key that was spent on something else is told, not overlooked."""
    by = reader.by(key, seen)
    outcome = act(by, reader.shown.code)
    idempotency.must_own(key=key, act=name, actor=by.actor)
    return {"dossier": outcome.code, "status": outcome.status, "seq": outcome.seq}


@router.post("/{code}/receive", response=Done, summary="Accept it")
def receive_dossier(request: HttpRequest, code: str, key: Key, sent: Receiving) -> dict[str, Any]:
    """Accept the dossier; its clock starts."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "receive",
        lambda by, known: receive(by=by, code=known, external_number=sent.external_number),
    )  # fmt: skip


@router.post("/{code}/refuse", response=Done, summary="Refuse it")
def refuse_dossier(request: HttpRequest, code: str, key: Key, sent: Reasoned) -> dict[str, Any]:
    """Refuse before acceptance."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "refuse",
        lambda by, known: refuse(by=by, code=known, reason=sent.reason),
    )  # fmt: skip


@router.post("/{code}/ask_supplement", response=Done, summary="Ask to complete it")
def ask_for_supplement(
    request: HttpRequest, code: str, key: Key, sent: SupplementWish
) -> dict[str, Any]:
    """Ask the applicant to complete it; the clock stands."""
    items = [Item(one.target, one.missing, one.reason) for one in sent.items]
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "ask_supplement",
        lambda by, known: ask_supplement(
            by=by, code=known, items=items, until_on=sent.until_on, guide=sent.guide
        ),
    )  # fmt: skip


@router.post("/{code}/resume", response=Done, summary="Complete it")
def resume_dossier(
    request: HttpRequest, code: str, key: Key, sent: Completion, secret: Secret = ""
) -> dict[str, Any]:
    """Give what was asked, as the applicant or at the counter; the clock runs again."""
    reader = reader_of(request, code, secret)
    papers = laid_in(reader.shown.version, request.auth.actor, sent.papers, sent.presented)
    return _perform(
        reader, key, sent.seen, "resume",
        lambda by, known: resume(
            by=by, code=known, answers=sent.answers, papers=papers, presented=sent.presented
        ),
    )  # fmt: skip


@router.post("/{code}/advance", response=Done, summary="Take the next step")
def advance_dossier(request: HttpRequest, code: str, key: Key, sent: Advance) -> dict[str, Any]:
    """Take one action of the workflow: hand over, propose, approve, return back."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "advance",
        lambda by, known: advance(by=by, code=known, action=sent.action, note=sent.note),
    )  # fmt: skip


@router.post("/{code}/consult", response=Done, summary="Ask other units")
def consult_units(request: HttpRequest, code: str, key: Key, sent: Consultation) -> dict[str, Any]:
    """Ask other units in parallel; the clock runs on."""
    asked, within = [unit_id(one) for one in sent.units], parse_limit(sent.within)
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "consult",
        lambda by, known: consult(
            by=by, code=known, unit_ids=asked, question=sent.question, within=within
        ),
    )  # fmt: skip


@router.post("/{code}/answer_consultation", response=Done, summary="Answer a question")
def answer_question(request: HttpRequest, code: str, key: Key, sent: Opinion) -> dict[str, Any]:
    """Answer for the asked unit."""
    unit = unit_id(sent.unit)
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "answer_consultation",
        lambda by, known: answer_consultation(
            by=by, code=known, unit_id=unit, agrees=sent.agrees, answer=sent.answer
        ),
    )  # fmt: skip


@router.post("/{code}/extend", response=Done, summary="Move the due date")
def extend_dossier(request: HttpRequest, code: str, key: Key, sent: Extension) -> dict[str, Any]:
    """Set a new due moment, once, with an apology."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "extend",
        lambda by, known: extend(by=by, code=known, to=sent.to, reason=sent.reason),
    )  # fmt: skip


@router.post("/{code}/stop", response=Done, summary="Stop handling it")
def stop_dossier(request: HttpRequest, code: str, key: Key, sent: Reasoned) -> dict[str, Any]:
    """End the handling without a result."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "stop",
        lambda by, known: stop(by=by, code=known, reason=sent.reason),
    )  # fmt: skip


@router.post("/{code}/withdraw", response=Done, summary="Take it back")
def withdraw_dossier(
    request: HttpRequest, code: str, key: Key, sent: Withdrawal, secret: Secret = ""
) -> dict[str, Any]:
    """End the handling because the applicant wants it."""
    return _perform(
        reader_of(request, code, secret), key, sent.seen, "withdraw",
        lambda by, known: withdraw(by=by, code=known, reason=sent.reason),
    )  # fmt: skip


def _collector(sent: Collecting | None) -> Collector | None:
    if sent is None:
        return None
    return Collector(sent.name, sent.id_number, sent.relation, sent.statement)


@router.post("/{code}/return_result", response=Done, summary="Return the result")
def return_dossier(request: HttpRequest, code: str, key: Key, sent: Handing) -> dict[str, Any]:
    """Hand the result over."""
    return _perform(
        reader_of(request, code, ""), key, sent.seen, "return_result",
        lambda by, known: return_result(
            by=by, code=known, to=sent.to, tracking_number=sent.tracking_number,
            collector=_collector(sent.collector),
        ),
    )  # fmt: skip


@router.post("/{code}/rate", response=Done, summary="Rate the handling")
def rate_dossier(
    request: HttpRequest, code: str, key: Key, sent: Vote, secret: Secret = ""
) -> dict[str, Any]:
    """Vote for the applicant, once, after the end."""
    return _perform(
        reader_of(request, code, secret), key, sent.seen, "rate",
        lambda by, known: rate(by=by, code=known, stars=sent.stars, comment=sent.comment),
    )  # fmt: skip


@router.post("/{code}/take_cash", response=Receipt, summary="Take the fee in cash")
def take_fee(request: HttpRequest, code: str, key: Key, sent: Payment) -> dict[str, Any]:
    """Take exactly the amount due at a counter."""
    reader = reader_of(request, code, "")
    number = take_cash(
        actor=reader.actor,
        at=clock.now(),
        key=key,
        dossier_code=reader.shown.code,
        amount_vnd=sent.amount_vnd,
        unit_id=unit_id(sent.unit),
    )
    return {"receipt": number}
