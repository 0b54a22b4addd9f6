# SPDX-License-Identifier: Apache-2.0
"""A dossier handed in by another system, for a person who trusts it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from ninja import Router, Schema, Status
from pydantic import Field

from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.application import Application
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.queries import applicant as dossiers
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.faces.api.bearer import Scope, Token
from motcua.faces.api.papers import Given, laid_in
from motcua.faces.api.rights import unit_id
from motcua.faces.api.values import CHANNELS, Answers, Key, Name, Sent
from motcua.kit import clock, idempotency
from motcua.kit.access import Actor
from motcua.kit.faults import Fault, NotFound

router = Router(auth=Token(Scope.SUBMIT), tags=["dossiers"])
CODES = {name: code for code, name in CHANNELS.items()}


class OnlineClosed(Fault):
    """Citizens are sent to the national portal."""

    status = 403
    sentence = gettext_lazy("Online dossiers are taken by the national portal only.")


class Submission(Sent):
    """A dossier; units are named by agency code, or a commune by its statistics code.

    `version` refuses the dossier when the procedure has changed since the client read it.
    """

    procedure: Name
    version: Annotated[int | None, Field(ge=1, le=2**62)] = None
    unit: Name
    channel: Literal["counter", "online", "post"]
    answers: Answers
    papers: Annotated[list[Given], Field(max_length=60)] = []
    presented: Annotated[list[Name], Field(max_length=60)] = []
    receiving_unit: Name | None = None
    return_unit: Name | None = None


class Submitted(Schema):
    """The new dossier; `secret` belongs on the applicant's receipt."""

    dossier: str
    status: int
    seq: int
    secret: str


@router.post("/dossiers", response={201: Submitted}, summary="Submit a dossier")
def submit_dossier(request: HttpRequest, key: Key, sent: Submission) -> Status:
    """Submit; at a counter or by post the client needs a counter post in the receiving unit."""
    if sent.channel == "online" and not settings.LOCAL_SUBMISSION:
        raise OnlineClosed
    actor: Actor = request.auth.actor
    outcome = submit(by=By(actor, clock.now(), key), application=_application(sent, actor))
    idempotency.must_own(key=key, act="submit", actor=actor)
    return Status(201, _submitted(outcome.code, outcome.status, outcome.seq))


def _submitted(code: str, status: int, seq: int) -> dict[str, Any]:
    return {"dossier": code, "status": status, "seq": seq, "secret": dossiers.secret_of(code)}


def _application(sent: Submission, actor: Actor) -> Application:
    version = _version(sent)
    return Application(
        version_id=version.id,
        channel=CODES[sent.channel],
        answers=sent.answers,
        competent_unit_id=unit_id(sent.unit),
        papers=laid_in(version, actor, sent.papers, sent.presented),
        presented=sent.presented,
        receiving_unit_id=unit_id(sent.receiving_unit) if sent.receiving_unit else None,
        return_unit_id=unit_id(sent.return_unit) if sent.return_unit else None,
        source="synthetic" if settings.DEMO else "real",
    )


def _version(sent: Submission) -> Version:
    if sent.version is None:
        return procedures.current(sent.procedure, clock.today())
    version = procedures.version(sent.version)
    if version.code != sent.procedure:
        raise NotFound
    return version
