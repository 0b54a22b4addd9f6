# SPDX-License-Identifier: Apache-2.0
"""What follows from events of dossiers: people are told, results are made."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.dossiers.acts.learn_names import learn_names
from motcua.domains.dossiers.jobs import issue_slips, make_result
from motcua.domains.dossiers.models import Dossier
from motcua.domains.notices.acts.tell import News, tell
from motcua.kit.relay import Told


def on_dossier_moved(told: Sequence[Told]) -> None:
    """Tell the applicants in the application and by e-mail."""
    codes = {event.subject for event in told}
    rows = Dossier.objects.filter(code__in=codes)
    reached = {
        code: (account_id, email)
        for code, account_id, email in rows.values_list("code", "account_id", "applicant_email")
    }
    tell([_news(event, *reached[event.subject]) for event in told])


def _news(event: Told, account_id: int | None, email: str) -> News:
    return News(
        event_id=event.id,
        kind=event.topic,
        dossier_code=event.subject,
        account_id=account_id,
        email=email,
        at=event.at,
    )


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
