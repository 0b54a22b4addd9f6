# SPDX-License-Identifier: Apache-2.0
"""Hand in an application: it becomes a dossier with a code."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.domains.dossiers import answer_files, clocks, ledger
from motcua.domains.dossiers.application import (
    Applicant,
    Application,
    applicant_of,
    checked,
    support_point,
)
from motcua.domains.dossiers.billing import bill
from motcua.domains.dossiers.case import required
from motcua.domains.dossiers.day_numbers import next_number
from motcua.domains.dossiers.events import DossierSubmitted
from motcua.domains.dossiers.laying_in import lay_in
from motcua.domains.dossiers.ledger import By, Outcome, Replayed
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Channel
from motcua.domains.dossiers.traces import traces
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit import audit, sql
from motcua.kit.access import ActorKind, Post, Role
from motcua.kit.clock import VN
from motcua.kit.idempotency import repeated
from motcua.rules import numbering, workflow
from motcua.rules.words import fold

LOG = "WITH " + ledger.LOG


@ledger.act
def submit(*, by: By, application: Application) -> Outcome:
    """Check the application and open the dossier at the first step of its workflow.

    The code carries the date of submission and the number of the day of the receiving unit.
    At a counter the actor needs a counter post there. Raises NotPermitted, InvalidAnswers,
    ClosedVersion, NotCompetent. Emits: DossierSubmitted. Source: Circular 03/2025/TT-VPCP art. 13.
    """
    done = repeated(key=by.key, actor=by.actor)
    if done:
        raise Replayed(by)
    values = checked(application, on=by.at.astimezone(VN).date())
    application = _without_strays(application, values)
    competent = units.agency(application.competent_unit_id)
    receiving_id = application.receiving_unit_id or competent.one_stop_id or competent.id
    post = _counter_post(by, application, receiving_id)
    dossier = _row(by.at, application, values, applicant_of(values), receiving_id)
    link = audit.link(
        chain=ledger.chain_of(dossier.code),
        after=(0, audit.GENESIS),
        at=by.at,
        act="submit",
        actor=by.actor,
        post=post,
        payload=_payload(dossier, values, application) | traces(None, dossier, by.at, post),
    )
    dossier.chain_seq, dossier.chain_hash = link.seq, link.hash
    dossier.save(force_insert=True)
    linked = application.as_of is not None
    lay_in(dossier, application.papers, actor=by.actor, at=by.at, linked=linked)
    _log(dossier, link, by)
    _bill_early(dossier, by)
    return Outcome(dossier.code, dossier.status, dossier.chain_seq)


def _without_strays(application: Application, values: dict[str, Any]) -> Application:
    """Return the application without files of questions that turned out not to be asked."""
    version = procedures.version(application.version_id)
    return replace(application, papers=answer_files.meant(version, values, application.papers))


def _bill_early(dossier: Dossier, by: By) -> None:
    """Write the bill at once where the procedure is paid before acceptance."""
    version = procedures.version(dossier.version_id)
    if version.payment == "before":
        bill(
            version, actor=by.actor, at=by.at, code=dossier.code,
            unit_id=dossier.competent_unit_id, answers=dossier.answers, channel=dossier.channel,
        )  # fmt: skip


def _counter_post(by: By, application: Application, receiving_id: int) -> Post | None:
    if application.channel == Channel.ONLINE or by.actor.kind is ActorKind.SYSTEM:
        return None
    return required(by.actor.post(Role.COUNTER, receiving_id))


def _row(
    at: datetime,
    application: Application,
    values: dict[str, Any],
    applicant: Applicant,
    receiving_id: int,
) -> Dossier:
    version = procedures.version(application.version_id)
    position = workflow.start(version.workflow)
    step = version.workflow.steps[position.step]
    calendar = units.work_calendar(receiving_id)
    queue_due = clocks.intake_due_at(at, calendar)
    return Dossier(
        code=next_code(receiving_id, at),
        procedure_code=version.procedure_code,
        version_id=version.id,
        channel=application.channel,
        source=application.source,
        account_id=application.account_id,
        applicant_kind=applicant.kind,
        applicant_name=applicant.name,
        applicant_id_number=applicant.id_number,
        applicant_phone=applicant.phone,
        applicant_email=applicant.email,
        applicant_address=applicant.address,
        search=fold(applicant.name),
        answers=values,
        components=[_component(application, code) for code in sorted(application.presented)],
        support_unit_id=application.support_unit_id,
        receiving_unit_id=receiving_id,
        competent_unit_id=application.competent_unit_id,
        return_unit_id=application.return_unit_id or receiving_id,
        step=position.step,
        status=int(workflow.status(version.workflow, position)),
        desk_unit_id=receiving_id,
        desk_role=step.role or Role.COUNTER,
        step_since_at=at,
        step_due_at=queue_due,
        submitted_at=at,
        queue_due_at=queue_due,
    )


def _component(application: Application, code: str) -> dict[str, Any]:
    """Return a paper handed over as such, with what was counted at the counter."""
    if code not in application.counts:
        return {"code": code}
    originals, copies = application.counts[code]
    return {"code": code, "originals": originals, "copies": copies}


def next_code(receiving_id: int, at: datetime) -> str:
    """Return the next dossier code of the unit's day; the number is taken with the transaction."""
    agency_code, on = units.agency(receiving_id).code, at.astimezone(VN).date()
    number = next_number(agency_code, on)
    return numbering.dossier_code(agency_code, on, number)


def _payload(dossier: Dossier, values: dict[str, Any], application: Application) -> dict[str, Any]:
    """Keep of the answers only their digest: the log outlives the right to delete them."""
    told = {
        "signed": sorted(application.signed),
        "beside": sorted(application.beside),
        "support_unit": dossier.support_unit_id,
        "support_point": application.support_point_id,
        "note": _helped_at(application, dossier.submitted_at),
    }
    return {
        "version": dossier.version_id,
        "channel": int(dossier.channel),
        "receiving_unit": dossier.receiving_unit_id,
        "competent_unit": dossier.competent_unit_id,
        "return_unit": dossier.return_unit_id,
        "answers_sha256": audit.sha256_of(values),
        "step": dossier.step,
        "status": dossier.status,
        **{name: value for name, value in told.items() if value},
    }


def _helped_at(application: Application, at: datetime) -> str:
    """Return the support point by its name of that day, as the history shows it; "" for none."""
    helped = support_point(application, at.astimezone(VN).date())
    return f"Điểm hỗ trợ: {helped.name}" if helped else ""


def _log(dossier: Dossier, link: audit.Link, by: By) -> None:
    told = DossierSubmitted(
        subject=dossier.code,
        at=by.at,
        actor_code=by.actor.code,
        competent_unit_id=dossier.competent_unit_id,
        receiving_unit_id=dossier.receiving_unit_id,
        status=dossier.status,
    )
    values = ledger.log_values(link, told, by)
    try:
        sql.fetch_all(LOG, values)
    except IntegrityError as error:
        raise ledger.twin(by, error) from error
