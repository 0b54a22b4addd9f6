# SPDX-License-Identifier: Apache-2.0
"""Fill, number and file an official form of a dossier."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.events import SlipIssued
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.queries.card import DossierCard, may_see
from motcua.domains.dossiers.queries.slips import SlipCard, slip
from motcua.domains.dossiers.reasons import optional
from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.dossiers.slips.filling import filled, number_words
from motcua.domains.dossiers.slips.occasion import Occasion, occasions
from motcua.domains.dossiers.slips.printing import pdf
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit import audit, events, idempotency, sql
from motcua.kit.access import Actor, ActorKind, NotPermitted, Role
from motcua.kit.faults import Fault

ISSUERS = frozenset({Role.COUNTER, Role.SPECIALIST, Role.LEADER, Role.CLERK})
NEXT = (
    "INSERT INTO dossiers_slipcounter AS c (unit_id, kind, year, last)"
    " VALUES (%(unit_id)s, %(kind)s, %(year)s, 1)"
    " ON CONFLICT (unit_id, kind, year) DO UPDATE SET last = c.last + 1 RETURNING c.last"
)


class NothingToReport(Fault):
    """What the form would report has not happened."""

    status = 409
    sentence = gettext_lazy("This dossier has not come to what this form reports.")


class UnknownForm(Fault):
    """No form bears this name."""

    sentence = gettext_lazy("Choose one of the official forms.")


@transaction.atomic
def issue_slip(
    *, by: By, code: str, kind: str, about: str | None = None, reason: str = ""
) -> SlipCard:
    """Issue a form once for what it reports, and return it; asked again, return the same.

    `about` names the occasion (by default the latest). A `reason` issues a further edition under
    a number of its own, once for each command key. Numbers run without gaps by unit, form and
    year. Raises NotFound, NotPermitted, UnknownForm, NothingToReport. Emits: SlipIssued.
    Source: Circular 03/2025/TT-VPCP, Annex I.
    """
    words = optional(reason)
    occasion = _occasion(by.actor, code, kind, about)
    audit.lock_heads([chain_of(code)])
    issued = Slip.objects.filter(
        dossier_id=occasion.shown.id, kind=occasion.kind, about=occasion.about
    )
    last = issued.order_by("-edition").values_list("id", "edition").first()
    if last and not (words and _is_new(by, code)):
        return slip(last[0], occasion.shown.id)
    return _issue(occasion, by, words, edition=last[1] + 1 if last else 1)


def _is_new(by: By, code: str) -> bool:
    """Say whether the command comes for the first time."""
    return idempotency.spend(key=by.key, act="issue_slip", actor=by.actor, subject=code, at=by.at)


def chain_of(code: str) -> str:
    """Return the audit chain of a dossier's forms: its own, since forms move no dossier."""
    return f"slips:{code}"


def _occasion(actor: Actor, code: str, kind: str, about: str | None) -> Occasion:
    if kind not in list(SlipKind):
        raise UnknownForm
    found = [one for one in occasions(code, [SlipKind(kind)]) if about in (None, one.about)]
    if not found:
        raise NothingToReport
    if actor.kind is not ActorKind.SYSTEM and not may_issue(actor, found[-1].shown):
        raise NotPermitted
    return found[-1]


def may_issue(actor: Actor, shown: DossierCard) -> bool:
    """Say whether an official who works on dossiers of its units may issue their forms."""
    works = any(post.role in ISSUERS for post in actor.posts)
    return actor.kind is ActorKind.OFFICIAL and works and may_see(actor, shown)


def _issue(occasion: Occasion, by: By, reason: str, *, edition: int) -> SlipCard:
    kind, shown, year = occasion.kind, occasion.shown, occasion.on.year
    values = filled(occasion)
    series = {"unit_id": occasion.unit_id, "kind": str(kind), "year": year}
    ordinal = sql.fetch_all(NEXT, series)[0][0]
    values["number"] = values["number"] or number_words(kind, ordinal)
    if edition > 1:
        values["subtitle"] = f"Cấp lại lần {edition - 1}"
    row = Slip.objects.create(
        **series, about=occasion.about, edition=edition, ordinal=ordinal, number=values["number"],
        dossier_id=shown.id, paper_id=_file(values, occasion, by.at), values=values,
        dated_at=occasion.at, issued_at=by.at, issued_by=by.actor.code, reason=reason,
    )  # fmt: skip
    _tell(row, occasion, by)
    return slip(row.pk, shown.id)


def _file(values: dict[str, Any], occasion: Occasion, at: datetime) -> int:
    code = occasion.shown.code
    name = f"{occasion.kind}-{code}.pdf"
    stored = store_file(chunks=[pdf(values)], name=name, at=at)
    paper = file_paper(
        file=stored, kind=PaperKind.SLIP, title=FORMS[occasion.kind].title, file_name=name,
        at=at, origin_dossier=code,
    )  # fmt: skip
    return paper.pk


def _tell(row: Slip, occasion: Occasion, by: By) -> None:
    code = occasion.shown.code
    post = next((post for post in by.actor.posts if post.unit_id == row.unit_id), None)
    audit.append(
        chain=chain_of(code), at=by.at, act="issue_slip", actor=by.actor, post=post,
        payload={
            "kind": row.kind, "about": row.about, "edition": row.edition, "number": row.number,
            "values_sha256": audit.sha256_of(row.values), "reason": row.reason,
        },
    )  # fmt: skip
    events.emit(
        SlipIssued(
            subject=code, at=by.at, actor_code=by.actor.code, kind=row.kind, number=row.number
        )
    )
