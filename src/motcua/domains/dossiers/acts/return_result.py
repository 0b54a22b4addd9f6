# SPDX-License-Identifier: Apache-2.0
"""Give the result to the applicant."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.events import ResultReturned
from motcua.domains.dossiers.ledger import By, Outcome
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


@ledger.act
def return_result(*, by: By, code: str, to: str = "") -> Outcome:
    """Hand the result over; `to` says whether at the counter, online or by post.

    Raises NotPermitted, NotAllowedNow, Unpaid, ResultNotReady. Emits: ResultReturned.
    """
    case = ledger.lock(code, by)
    post = case.desk_post(by.actor)
    after = ledger.move(case, "return_result", by.at)
    if payments.is_unpaid(code):
        raise Unpaid
    if case.version.result and case.result_paper_id is None:
        raise ResultNotReady
    return ledger.write(
        case, replace(after, returned_at=by.at), by=by, act="return_result", event=ResultReturned,
        post=post, payload={"action": "return_result", "to": to[:20]},
    )  # fmt: skip
