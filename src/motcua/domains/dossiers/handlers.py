# SPDX-License-Identifier: Apache-2.0
"""What follows from events of dossiers: people are told, results are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from motcua.domains.dossiers.acts.learn_names import learn_names
from motcua.domains.dossiers.acts.pass_payment import pass_payment
from motcua.domains.dossiers.jobs import issue_slips, make_result, redate_all, take_up
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import AlertLevel, CoSignature, Dossier, Redating
from motcua.domains.dossiers.models.co_signature import SigningState
from motcua.domains.notices.acts.tell import News, tell
from motcua.domains.people import queries as people
from motcua.domains.units.redating import take_note
from motcua.kit.access import SYSTEM, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, NotFound
from motcua.kit.relay import Told

ALERTS = {
    AlertLevel.DUE_SOON: "DossierDueSoon",
    AlertLevel.OVERDUE: "DossierOverdue",
    AlertLevel.OVERDUE_A_DAY: "DossierOverdueADay",
}
TO_SIGNER = frozenset({"SignerInvited", "SigningVoided", "SupplementGiven"})
"""Events that the signer hears of; of the others the one who fills in."""


def on_dossier_moved(told: Sequence[Told]) -> None:
    """Tell the applicants by the ways they chose; of a business, its representatives."""
    rows = Dossier.objects.filter(code__in={event.subject for event in told})
    reached = {
        code: rest
        for code, *rest in rows.values_list(
            "code", "account_id", "applicant_email", "applicant_phone"
        )
    }
    owners = {account_id for account_id, _, _ in reached.values() if account_id is not None}
    heard = people.representatives_of(owners, told[-1].at) if owners else {}
    tell([news for event in told for news in _news(event, *reached[event.subject], heard)])


def _news(
    event: Told, account_id: int | None, email: str, phone: str, heard: Mapping[int, Sequence[int]]
) -> Iterator[News]:
    """Yield what each person hears; messages go to the address stated in the form, once."""
    about = News(
        event_id=event.id, kind=event.topic, dossier_code=event.subject, account_id=account_id,
        email=email, phone=phone, at=event.at,
    )  # fmt: skip
    others = heard.get(account_id, ()) if account_id is not None else ()
    yield replace(about, account_id=None) if others else about
    for one in others:
        yield replace(about, account_id=one, email="", phone="")


def on_bill_paid(told: Sequence[Told]) -> None:
    """Take dossiers past the step at which they waited for this money."""
    for event in told:
        by = By(SYSTEM, event.at, uuid5(NAMESPACE_OID, f"bill-paid:{event.id}"))
        with suppress(Fault):
            pass_payment(by=by, code=event.subject)


def on_signing(told: Sequence[Told]) -> None:
    """Tell the invited person of the invitation, and the one who fills in of the answer."""
    codes = {event.payload["signature"] for event in told}
    rows = CoSignature.objects.select_related("draft").filter(code__in=codes)
    signatures = {row.code: row for row in rows}
    tell(
        [
            news
            for event in told
            if event.payload["signature"] in signatures
            for news in _of_signing(event, signatures[event.payload["signature"]])
        ]
    )


def on_signed_completed(told: Sequence[Told]) -> None:
    """Tell those who signed with the applicant that the dossier was completed afterwards."""
    rows = CoSignature.objects.select_related("draft", "dossier").filter(
        dossier__code__in={event.subject for event in told}, state=SigningState.CONFIRMED
    )
    signed: dict[str, list[CoSignature]] = {}
    for row in rows.order_by("id"):
        signed.setdefault(row.dossier.code, []).append(row)
    tell(
        [
            replace(news, kind="SignedCompleted")
            for event in told
            for row in signed.get(event.subject, ())
            for news in _of_signing(event, row)
        ]
    )


def _of_signing(event: Told, row: CoSignature) -> Iterator[News]:
    to_signer = event.topic in TO_SIGNER
    account_id = people.account_of_person(row.personal_id) if to_signer else row.draft.account_id
    if account_id is None:  # nobody known yet: the invitation waits for the first sign-in
        return
    try:
        card = people.citizen(account_id)
    except NotFound:
        return
    yield News(
        event_id=event.id, kind=event.topic, dossier_code=row.code, account_id=account_id,
        email=card.email, phone=card.phone, at=event.at,
    )  # fmt: skip


def on_result_ready(told: Sequence[Told]) -> None:
    """Put the making of the result papers into the job queue."""
    for event in told:
        make_result.defer(code=event.subject)


def on_applicant_named(told: Sequence[Told]) -> None:
    """Keep the words of the applicants' names for searches."""
    learn_names(codes={event.subject for event in told})


def on_slip_due(told: Sequence[Told]) -> None:
    """Put the issuing of the official forms that report these events into the job queue."""
    since: dict[str, str] = {}
    for event in told:
        since.setdefault(event.subject, event.at.isoformat())
    issue_slips.batch_defer(*({"code": code, "since": at} for code, at in since.items()))


def on_calendar_changed(told: Sequence[Told]) -> None:
    """Have the changes carried through the open dossiers."""
    take_note(told, table=Redating, job=redate_all)


def on_dossier_alerted(told: Sequence[Told]) -> None:
    """Tell the officials in whose post an alert was raised."""
    tell([news for event in told for news in _to_holders(event, ALERTS[event.payload["level"]])])


def on_second_supplement_requested(told: Sequence[Told]) -> None:
    """Tell the leaders who have to decide."""
    for event in told:
        post = {"unit_id": event.payload["competent_unit_id"], "role": Role.LEADER}
        tell(list(_to_holders(replace(event, payload=post), event.topic)))


def _to_holders(event: Told, kind: str) -> Iterator[News]:
    """Yield a notice to everybody who holds the post on that day, or stands in for a holder."""
    unit_id, role = event.payload["unit_id"], event.payload["role"]
    on = event.at.astimezone(VN).date()
    holders = {post.account_id for post in people.holders(unit_id, on=on, role=role)}
    given = people.delegations_in(unit_id, on=on)
    holders |= {one.stand_in_id for one in given if one.role == role and one.valid_from <= on}
    for account_id in sorted(holders):
        yield News(
            event_id=event.id, kind=kind, dossier_code=event.subject, account_id=account_id,
            email="", at=event.at,
        )  # fmt: skip


def on_batch_started(told: Sequence[Told]) -> None:
    """Put the run into the job queue."""
    for event in told:
        take_up(event.subject)
