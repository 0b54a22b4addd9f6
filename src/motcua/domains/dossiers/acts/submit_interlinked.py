# SPDX-License-Identifier: Apache-2.0
"""Hand in one application for several procedures: it becomes a linkage and its dossiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.acts._open_part import open_part, unit_for
from motcua.domains.dossiers.acts.submit import next_code
from motcua.domains.dossiers.application import (
    Application,
    InvalidAnswers,
    applicant_of,
    checked,
    checked_answers,
)
from motcua.domains.dossiers.events import LinkageSubmitted
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.linked import chain_of
from motcua.domains.dossiers.models import Linkage, LinkedPart
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.groups import members
from motcua.domains.units import queries as units
from motcua.kit import audit
from motcua.kit.clock import VN
from motcua.kit.events import emit
from motcua.kit.faults import Fault
from motcua.kit.idempotency import repeated, spend
from motcua.rules import forms, interlinking
from motcua.rules.forms import files
from motcua.rules.interlinking import Member
from motcua.rules.workflow import Status


class NotInterlinked(Fault):
    """The procedure is no group."""

    status = 409
    sentence = gettext_lazy("This procedure is not a group of interlinked procedures.")


class MemberHasNoUnit(Fault):
    """The catalogue does not say who handles one of the members."""

    status = 409
    sentence = gettext_lazy(
        "It is not known which unit handles one of these procedures, so they cannot be asked for"
        " together. Submit them one by one."
    )


class _Twin(Exception):  # noqa: N818
    """A parallel command with the same key committed first; this one is undone."""


def submit_interlinked(*, by: By, application: Application) -> Outcome:
    """Check the whole form, keep the linkage and open what waits for nobody, in one transaction.

    Every member's answers and papers are checked now, those of waiting members too, so that
    nothing is asked later. Raises NotInterlinked, MemberHasNoUnit, InvalidAnswers (with the paths
    of the whole form), ClosedVersion, NotCompetent, NotPermitted.
    Emits: LinkageSubmitted, DossierSubmitted. Source: 63/2024/NĐ-CP.
    """
    try:
        with transaction.atomic():
            return _submit(by, application)
    except _Twin:
        return _outcome(repeated(key=by.key, actor=by.actor) or "")


def _submit(by: By, application: Application) -> Outcome:
    done = repeated(key=by.key, actor=by.actor)
    if done:
        return _outcome(done)
    group = members(application.version_id)
    if not group:
        raise NotInterlinked
    on = by.at.astimezone(VN).date()
    values = checked_answers(application, on=on)
    competent = units.agency(application.competent_unit_id)
    receiving_id = application.receiving_unit_id or competent.one_stop_id or competent.id
    linkage = _linkage(by, application, values, receiving_id)
    parts = [_part(linkage, member, place, application, values)
             for place, member in enumerate(group)]  # fmt: skip
    _check(parts, group, application, by)
    _write(by, linkage, parts)
    return _outcome(linkage.code)


def _outcome(code: str) -> Outcome:
    return Outcome(code, int(Status.SUBMITTED), 1)


def _linkage(
    by: By, application: Application, values: Mapping[str, Any], receiving_id: int
) -> Linkage:
    return Linkage(
        code=next_code(receiving_id, by.at),
        version_id=application.version_id,
        channel=application.channel,
        source=application.source,
        account_id=application.account_id,
        applicant_name=applicant_of(values).name,
        receiving_unit_id=receiving_id,
        submitted_at=by.at,
    )


def _part(
    linkage: Linkage,
    member: Member,
    place: int,
    application: Application,
    values: Mapping[str, Any],
) -> LinkedPart:
    version = procedures.current(member.code, linkage.submitted_at.astimezone(VN).date())
    kinds = {kind.code for kind in version.papers} - set(member.results)
    taken = kinds | files.asking(version.form).keys()
    leading = units.agency(application.competent_unit_id)
    unit_id = leading.id if place == 0 else unit_for(member.code, leading)
    if unit_id is None:
        raise MemberHasNoUnit
    return LinkedPart(
        linkage=linkage,
        place=place,
        name=member.name,
        version_id=version.id,
        competent_unit_id=unit_id,
        waits_for=list(member.waits_for),
        results=dict(member.results),
        answers=interlinking.answers_for(member, version.form, values),
        papers=[[code, paper_id] for code, paper_id in application.papers if code in taken],
        presented=sorted(kinds & set(application.presented)),
    )


def _check(
    parts: Sequence[LinkedPart], group: Sequence[Member], application: Application, by: By
) -> None:
    """Raise InvalidAnswers with every member's faults, at the places where the form asks."""
    faults: list[forms.Fault] = []
    for part, member in zip(parts, group, strict=True):
        own = Application(
            version_id=part.version_id,
            channel=application.channel,
            answers=part.answers,
            competent_unit_id=part.competent_unit_id,
            papers=[(code, paper_id) for code, paper_id in part.papers],
            presented=(*part.presented, *part.results),
        )
        try:
            checked(own, on=by.at.astimezone(VN).date())
        except InvalidAnswers as error:
            faults += [
                forms.Fault(interlinking.path_in_whole(member, one.path), one.code, one.params)
                for one in error.faults
            ]
    if faults:
        raise InvalidAnswers(faults)


def _write(by: By, linkage: Linkage, parts: Sequence[LinkedPart]) -> None:
    linkage.save(force_insert=True)
    if not spend(
        key=by.key,
        act="submit_interlinked",
        actor=by.actor,
        subject=linkage.code,
        at=by.at,
        made=True,
    ):
        raise _Twin
    LinkedPart.objects.bulk_create(parts)
    opened = {
        part.name: open_part(part, linkage, actor=by.actor, at=by.at, results={})
        for part in parts
        if not part.waits_for
    }
    audit.append(
        chain=chain_of(linkage.code), at=by.at, act="submit_interlinked", actor=by.actor,
        payload={"version": linkage.version_id, "opened": opened,
                 "waiting": [part.name for part in parts if part.waits_for]},
    )  # fmt: skip
    emit(LinkageSubmitted(subject=linkage.code, at=by.at, actor_code=by.actor.code))
