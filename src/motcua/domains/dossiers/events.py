# SPDX-License-Identifier: Apache-2.0
"""Events of a dossier, told through the outbox; codes and plain values only."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEvent(Event):
    """Something happened to the dossier named by `subject`."""

    competent_unit_id: int
    receiving_unit_id: int
    status: int


class DossierSubmitted(DossierEvent):
    """The application came in."""


class DossierReceived(DossierEvent):
    """The counter accepted it; the clock runs."""


class DossierRefused(DossierEvent):
    """The counter refused it."""


class SupplementAsked(DossierEvent):
    """The citizen was asked to complete it; the clock stands."""


class SupplementDueSoon(DossierEvent):
    """What the citizen was asked for is still missing, two working days before the last day."""


class SupplementGiven(DossierEvent):
    """The citizen completed it; the clock runs again."""


class DossierAdvanced(DossierEvent):
    """It moved to another step."""


class ResultReady(DossierEvent):
    """It was decided; the result waits to be returned."""


class DossierConsulted(DossierEvent):
    """Other units were asked."""


class ConsultationAnswered(DossierEvent):
    """A unit answered."""


class DossierExtended(DossierEvent):
    """The due date was moved once, with an apology."""


class DossierStopped(DossierEvent):
    """Work on it was stopped."""


class DossierWithdrawn(DossierEvent):
    """The applicant took it back."""


class ResultReturned(DossierEvent):
    """The applicant has the result."""


class SecondSupplementRequested(DossierEvent):
    """An officer asks the leader for a second supplement."""


class SecondSupplementDeclined(DossierEvent):
    """The leader does not want a second supplement."""


class DossierRolledBack(DossierEvent):
    """The last act was taken back by the one who did it."""


class DossierRedated(DossierEvent):
    """The calendar changed, and the due date with it."""


class ConsultationRedated(DossierEvent):
    """The calendar changed, and the answer dates of asked units with it."""


class PaperFirstRecorded(DossierEvent):
    """The result had been handed over on paper."""


class PaperFirstReconciled(DossierEvent):
    """The system has caught up with a result on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAlerted(Event):
    """A due date comes near or has passed; `level` is one of AlertLevel."""

    level: int
    unit_id: int
    role: str


class DossierRated(DossierEvent):
    """The applicant rated the handling."""


class DossierKept(DossierEvent):
    """Its applicant keeps it in an account."""


class DossierBundled(DossierEvent):
    """It stands on one receipt with others of the same visit."""


class HandoverGiven(DossierEvent):
    """Its paper was given to another unit by a list."""


class HandoverConfirmed(DossierEvent):
    """The other unit has its paper."""


class HandoverRefused(DossierEvent):
    """The other unit did not take its paper, with a reason."""


class ReturnRedirected(DossierEvent):
    """The result is returned at another counter."""


class ParcelSettled(DossierEvent):
    """The post delivered the result, or brought it back."""


class ResultGivenAgain(DossierEvent):
    """A result that came back was given or sent once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningEvent(Event):
    """Something happened to a signature; `subject` is the draft's chain, `signature` its code."""

    signature: str


class SignerInvited(SigningEvent):
    """Somebody was asked to confirm an application."""


class SigningConfirmed(SigningEvent):
    """They confirmed it."""


class SigningDeclined(SigningEvent):
    """They declined, with a reason."""


class SigningVoided(SigningEvent):
    """The application was changed, so the confirmation holds no more."""


class LinkageSubmitted(Event):
    """One application for several procedures came in; `subject` is the code of the linkage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPartOpened(Event):
    """A part that had waited became a dossier."""

    dossier: str


class LinkageReturned(Event):
    """Results of one application were returned together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipIssued(Event):
    """An official form was issued for the dossier and filed in it."""

    kind: str
    number: str


class DossierAssigned(DossierEvent):
    """Somebody of the desk was chosen to work on it."""


class BatchStarted(Event):
    """One act on many dossiers was asked for; `subject` is the key of the run."""
