# SPDX-License-Identifier: Apache-2.0
"""Give the paper of several dossiers to another unit by a list."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import day_numbers, handing, several
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import HandoverGiven
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Handover, HandoverRow
from motcua.domains.dossiers.models.handover import HandoverKind
from motcua.kit.access import Post
from motcua.kit.faults import Fault, NotFound

MOST = 200


class ListEmpty(Fault):
    """No dossier was chosen."""

    sentence = gettext_lazy("Choose at least one dossier for the list.")


class ListTooLong(Fault):
    """More rows than one person can check at a desk."""

    sentence = gettext_lazy("One list holds at most %(most)s dossiers. Make another one.")


class GivenToItself(Fault):
    """Giver and taker are the same unit."""

    sentence = gettext_lazy("Choose another unit: the paper lies at this one.")


def give_handover(
    *,
    by: By,
    kind: HandoverKind,
    from_unit_id: int,
    to_unit_id: int,
    codes: Sequence[str],
) -> str:
    """Write the list and return its code; the dossiers themselves go on meanwhile.

    Raises NotPermitted, ListEmpty, ListTooLong, GivenToItself, NotOnThisList. Emits:
    HandoverGiven, once a dossier. Source: Circular 03/2025/TT-VPCP form 06 (law.md 2.5).
    """
    post = handing.post_of(by.actor, handing.GIVERS[kind], from_unit_id)
    chosen = sorted(set(codes))
    if not chosen:
        raise ListEmpty
    if len(chosen) > MOST:
        raise ListTooLong(most=MOST)
    if from_unit_id == to_unit_id:
        raise GivenToItself

    def work() -> str:
        cases = [_checked(by, code, kind, from_unit_id, to_unit_id) for code in chosen]
        return _written(by, post, kind, (from_unit_id, to_unit_id), cases)

    return several.once(by, "give_handover", work)


def _checked(by: By, code: str, kind: HandoverKind, from_unit_id: int, to_unit_id: int) -> Case:
    try:
        case = several.locked(by, [handing.shaped(code)])[code]
    except NotFound as error:
        raise handing.NotOnThisList(code=code, why=handing.UNKNOWN) from error
    handing.check(case, kind, from_unit_id, to_unit_id)
    return case


def _written(
    by: By, post: Post, kind: HandoverKind, between: tuple[int, int], cases: Sequence[Case]
) -> str:
    from_unit_id, to_unit_id = between
    handover = Handover.objects.create(
        code=day_numbers.next_code(day_numbers.HANDOVER, from_unit_id, by.at),
        kind=kind,
        from_unit_id=from_unit_id,
        to_unit_id=to_unit_id,
        given_at=by.at,
        given_by=by.actor.code,
        giver_name=by.actor.name,
    )
    HandoverRow.objects.bulk_create(
        HandoverRow(handover=handover, dossier_id=case.id) for case in cases
    )
    for case in cases:
        several.note_down(
            case, by, act=f"give_{kind.value}", event=HandoverGiven, post=post,
            payload={"note": handover.code, "from": from_unit_id, "to": to_unit_id},
        )  # fmt: skip
    return handover.code
