# SPDX-License-Identifier: Apache-2.0
"""Confirm or refuse the rows of a hand-over list where the paper arrives."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import handing, several
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import HandoverConfirmed, HandoverRefused
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.dossiers.models.handover import HandoverKind, HandoverOutcome
from motcua.domains.dossiers.reasons import stated
from motcua.kit.access import Post
from motcua.kit.faults import Fault, NotFound


class NothingSettled(Fault):
    """No row was confirmed or refused."""

    sentence = gettext_lazy("Confirm or refuse at least one row.")


class SaidBoth(Fault):
    """A row was confirmed and refused at once."""

    sentence = gettext_lazy("Dossier %(code)s was confirmed and refused at once. Choose one.")


def settle_handover(
    *, by: By, code: str, confirmed: Collection[str], refused: Mapping[str, str]
) -> str:
    """Settle rows by dossier code, the refused ones with their reasons; return the list's code.

    Rows not named stay open. Raises NotFound, NotPermitted, NothingSettled, SaidBoth,
    NotOnThisList, ReasonMissing. Emits: HandoverConfirmed or HandoverRefused, once a dossier.
    """
    reasons = {dossier: stated(reason) for dossier, reason in refused.items()}
    twice = sorted(set(confirmed) & set(reasons))
    if twice:
        raise SaidBoth(code=twice[0])
    if not confirmed and not reasons:
        raise NothingSettled
    said = {**dict.fromkeys(confirmed, ""), **reasons}
    return several.once(by, "settle_handover", lambda: _settled(by, code, said))


def _settled(by: By, code: str, said: Mapping[str, str]) -> str:
    handover = Handover.objects.select_for_update().filter(code=code).first()
    if handover is None:
        raise NotFound
    post = handing.post_of(
        by.actor, handing.TAKERS[HandoverKind(handover.kind)], handover.to_unit_id
    )
    rows = {row.dossier.code: row for row in handover.rows.select_related("dossier")}
    for dossier in sorted(said):
        _refuse_unknown(dossier, rows)
    for dossier, case in several.locked(by, said).items():
        _settle(by, post, handover, rows[dossier], case, said[dossier])
    if not handover.rows.filter(settled_at=None).exists():
        handover.closed_at = by.at
        handover.save(update_fields=["closed_at"])
    return handover.code


def _refuse_unknown(dossier: str, rows: Mapping[str, HandoverRow]) -> None:
    row = rows.get(dossier)
    if row is None:
        raise handing.NotOnThisList(code=dossier[:50], why=handing.NOT_ON_LIST)
    if row.settled_at is not None:
        raise handing.NotOnThisList(code=dossier, why=handing.SETTLED)


def _settle(
    by: By, post: Post, handover: Handover, row: HandoverRow, case: Case, reason: str
) -> None:
    row.outcome = HandoverOutcome.REFUSED if reason else HandoverOutcome.CONFIRMED
    row.settled_at, row.settled_by, row.settler_name = by.at, by.actor.code, by.actor.name
    row.reason = reason
    row.save()
    payload = {"note": handover.code, "from": handover.from_unit_id, "to": handover.to_unit_id}
    several.note_down(
        case, by, act=f"{'refuse' if reason else 'confirm'}_{handover.kind}",
        event=HandoverRefused if reason else HandoverConfirmed, post=post,
        payload={**payload, "reason": f"{handover.code}: {reason}"} if reason else payload,
    )  # fmt: skip
