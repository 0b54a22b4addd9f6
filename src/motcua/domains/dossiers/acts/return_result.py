# SPDX-License-Identifier: Apache-2.0
"""Give the result to the applicant."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import fetching, ledger
from motcua.domains.dossiers.events import ResultReturned
from motcua.domains.dossiers.fetching import Collector
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.linked import held_back
from motcua.domains.payments import queries as payments
from motcua.kit.faults import Fault


class Unpaid(Fault):
    """The bill is still open."""

    status = 409
    sentence = gettext_lazy("Take the fee first: the bill of this dossier is still open.")


class ResultNotReady(Fault):
    """The result paper is still being made."""

    status = 409
    sentence = gettext_lazy("The result paper is still being made. Try again in a few seconds.")


class TogetherOnly(Fault):
    """Results of one application are returned together, unless the applicant wishes otherwise."""

    status = 409
    sentence = gettext_lazy(
        "The results of this application are returned together: other parts are still under way."
        " If the applicant asks for the results part by part, note the wish first."
    )


@ledger.act
def return_result(
    *,
    by: By,
    code: str,
    to: str = "",
    collector: Collector | None = None,
    tracking_number: str = "",
) -> Outcome:
    """Hand the result over; `to` says whether at the counter, online or by post.

    At the counter `collector` is somebody else than the applicant, with their proof; by post the
    number of the parcel is needed. Raises NotPermitted, NotAllowedNow, Unpaid, ResultNotReady,
    TogetherOnly, CollectorIncomplete, ProofMissing, TrackingNumberWrong, SentBefore.
    Emits: ResultReturned.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    after = ledger.move(case, "return_result", by.at)
    if payments.is_unpaid(code):
        raise Unpaid
    if case.version.result and case.result_paper_id is None:
        raise ResultNotReady
    if held_back(case.id):
        raise TogetherOnly
    kept: dict[str, str] = {}
    if to == "post":
        kept = fetching.sent(case, by, post, tracking_number)
    elif collector is not None:
        kept = fetching.collected(case, by, post, collector)
    return ledger.write(
        case, replace(after, returned_at=by.at), by=by, act="return_result", event=ResultReturned,
        post=post, payload={"action": "return_result", "to": to[:20], **kept},
    )  # fmt: skip
