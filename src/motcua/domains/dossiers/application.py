# SPDX-License-Identifier: Apache-2.0
"""What somebody hands in, checked against the procedure version before it becomes a dossier."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import addresses, answer_files
from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.dossiers.models.dossier import Channel, Source
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.procedures.queries.groups import members
from motcua.domains.support.queries import points
from motcua.domains.support.queries.points import PointCard
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.faults import Fault, NotFound
from motcua.rules import forms


class InvalidAnswers(Fault):
    """The form has faults; `faults` names each field or paper."""

    sentence = gettext_lazy("Some answers are missing or wrong.")

    def __init__(self, faults: Sequence[forms.Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


class ClosedVersion(Fault):
    """The version of the procedure takes no new dossiers."""

    status = 409
    sentence = gettext_lazy(
        "This version of the procedure is closed. Start again with the present one."
    )


class SignaturesMissing(Fault):
    """Not everybody who has to sign has confirmed."""

    status = 409
    sentence = gettext_lazy(
        "It cannot be submitted yet: not everybody who has to sign has confirmed. Nothing is lost."
    )


class SubmittedTogether(Fault):
    """The procedure is a group: its members become dossiers, it does not."""

    status = 409
    sentence = gettext_lazy(
        "This is a group of interlinked procedures: submit it as one application."
    )


class NotCompetent(Fault):
    """The chosen unit does not handle this procedure."""

    sentence = gettext_lazy("The chosen unit does not handle this procedure.")


class NotAReturnCounter(Fault):
    """Results are returned by one-stop centres only."""

    sentence = gettext_lazy("Choose a one-stop centre of the province to return the result.")


class UnknownSupportUnit(Fault):
    """The unit said to have helped does not exist."""

    sentence = gettext_lazy("The unit where help was given does not exist. Choose again.")


@dataclass(frozen=True, slots=True)
class Application:
    """One hand-in. `papers` are (component code, paper id); `presented` are shown on paper.

    `counts` says of presented papers how many originals and copies were handed over, `signed`
    names the signers who have confirmed it, `beside` the open dossiers of the same kind that the
    officer knew of when taking it in, `support_point_id` the point of the support unit that helped.
    `as_of` is the day whose version and law count when it is
    not the day of submission: for the part of a linkage that had to wait.
    """

    version_id: int
    channel: Channel
    answers: Mapping[str, Any]
    competent_unit_id: int
    papers: Sequence[tuple[str, int]] = ()
    presented: Collection[str] = ()
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    receiving_unit_id: int | None = None
    return_unit_id: int | None = None
    support_unit_id: int | None = None
    support_point_id: int | None = None
    account_id: int | None = None
    signed: Sequence[str] = ()
    beside: Sequence[str] = ()
    source: Source = Source.REAL
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """The person or organisation behind the dossier, read off the checked answers."""

    kind: str
    name: str
    id_number: str
    phone: str
    email: str
    address: str


def checked(application: Application, *, on: date) -> dict[str, Any]:
    """Return the cleaned answers of an application that becomes one dossier.

    Raises SubmittedTogether and the faults of `checked_answers`.
    """
    if members(application.version_id):
        raise SubmittedTogether
    return checked_answers(application, on=application.as_of or on)


def checked_answers(application: Application, *, on: date) -> dict[str, Any]:
    """Return the cleaned answers, those to the form of a group too.

    Raises ClosedVersion, NotCompetent, SignaturesMissing, NotAReturnCounter, UnknownSupportUnit or
    InvalidAnswers.
    """
    version = procedures.version(application.version_id)
    if not procedures.is_open(version, on):
        raise ClosedVersion
    if not procedures.is_competent(version.procedure_code, application.competent_unit_id):
        raise NotCompetent
    if version.signers and application.channel == Channel.ONLINE and not application.signed:
        raise SignaturesMissing
    _check_units(application, on)
    result = forms.check(version.form, application.answers, on=on, lookups=ReferenceLookups())
    given = {code for code, _ in application.papers} | set(application.presented)
    faults = [
        *result.faults,
        *answer_files.faults(version, result.values, application.papers),
        *missing_papers(version, result.values, given),
    ]
    if faults:
        raise InvalidAnswers(faults)
    return dict(result.values)


def _check_units(application: Application, on: date) -> None:
    """Hold the four units of a dossier to what they may be; the receiving one needs a post."""
    chosen = application.return_unit_id
    if chosen not in (None, application.receiving_unit_id, application.competent_unit_id):
        return_counter(chosen)
    try:
        if application.support_unit_id is not None:
            units.agency(application.support_unit_id)
        helped = support_point(application, on)
    except NotFound as error:
        raise UnknownSupportUnit from error
    if helped is not None and helped.unit_id != application.support_unit_id:
        raise UnknownSupportUnit


def support_point(application: Application, on: date) -> PointCard | None:
    """Return the support point that helped, None for none. Raises NotFound."""
    if application.support_point_id is None:
        return None
    return points.point(application.support_point_id, on=on)


def return_counter(unit_id: int | None) -> AgencyCard:
    """Return the one-stop centre with this id. Raises NotAReturnCounter."""
    found = next((card for card in units.one_stops() if card.id == unit_id), None)
    if found is None:
        raise NotAReturnCounter
    return found


def missing_papers(
    version: Version, values: Mapping[str, Any], given: Collection[str]
) -> list[forms.Fault]:
    """Return a fault for every required paper that was not given."""
    return [
        forms.Fault(f"paper:{kind.code}", "paper_missing", {})
        for kind in version.papers
        if kind.role == "submit" and kind.code not in given and kind.is_required(values)
    ]


def applicant_of(values: Mapping[str, Any]) -> Applicant:
    """Read the applicant off the fields that every form carries under the same names."""
    organisation = values.get("applicant_organisation") or ""
    return Applicant(
        kind="organisation" if organisation else "citizen",
        name=organisation or values.get("applicant_name") or "",
        id_number=values.get("applicant_tax_code") or values.get("applicant_personal_id") or "",
        phone=values.get("applicant_phone") or "",
        email=values.get("applicant_email") or "",
        address=_address(values),
    )


def _address(values: Mapping[str, Any]) -> str:
    address = values.get("applicant_address")
    if isinstance(address, Mapping):
        return addresses.in_one_line(address)[:300]
    return str(address or "")[:300]
