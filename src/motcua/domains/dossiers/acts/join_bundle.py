# SPDX-License-Identifier: Apache-2.0
"""Put a dossier under one receipt with another that the same person handed in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers import day_numbers, several
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.events import DossierBundled
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Bundle, BundleRow
from motcua.kit.access import Post
from motcua.kit.clock import VN
from motcua.kit.faults import Fault

MOST = 10


class NotTogether(Fault):
    """The two dossiers were not handed in on one visit, or stand on other receipts."""

    status = 409
    sentence = gettext_lazy(
        "These dossiers cannot share a receipt: they must come in at one counter on one day, and"
        " stand on no other common receipt."
    )


class BundleFull(Fault):
    """A receipt longer than a page is no receipt."""

    status = 409
    sentence = gettext_lazy("One receipt holds at most %(most)s dossiers. Begin another one.")


def join_bundle(*, by: By, code: str, with_code: str) -> str:
    """Return the code of the receipt on which both dossiers stand from now on.

    Raises NotFound, NotPermitted, NotTogether, BundleFull. Emits: DossierBundled, once for each
    dossier that joins.
    """
    if code == with_code:
        raise NotTogether
    return several.once(by, "join_bundle", lambda: _joined(by, code, with_code))


def _joined(by: By, code: str, with_code: str) -> str:
    cases = several.locked(by, [code, with_code])
    post = cases[with_code].counter_post(by.actor)
    if not _came_together(cases[code], cases[with_code]):
        raise NotTogether
    bundle = _bundle_of(cases[with_code])
    if bundle is None:
        bundle = _opened(by, cases[with_code].receiving_unit_id)
        _join(by, post, bundle, cases[with_code])
    if BundleRow.objects.filter(dossier_id=cases[code].id).exists():
        raise NotTogether
    if bundle.rows.count() >= MOST:
        raise BundleFull(most=MOST)
    _join(by, post, bundle, cases[code])
    return bundle.code


def _came_together(one: Case, other: Case) -> bool:
    days = {
        case.received_at.astimezone(VN).date() if case.received_at else None
        for case in (one, other)
    }
    return one.receiving_unit_id == other.receiving_unit_id and len(days) == 1 and None not in days


def _bundle_of(case: Case) -> Bundle | None:
    return Bundle.objects.select_for_update().filter(rows__dossier_id=case.id).first()


def _opened(by: By, unit_id: int) -> Bundle:
    return Bundle.objects.create(
        code=day_numbers.next_code(day_numbers.BUNDLE, unit_id, by.at),
        unit_id=unit_id,
        opened_at=by.at,
        opened_by=by.actor.code,
        officer_name=by.actor.name,
    )


def _join(by: By, post: Post, bundle: Bundle, case: Case) -> None:
    BundleRow.objects.create(bundle=bundle, dossier_id=case.id, joined_at=by.at)
    several.note_down(
        case, by, act="join_bundle", event=DossierBundled, post=post,
        payload={"note": bundle.code},
    )  # fmt: skip
