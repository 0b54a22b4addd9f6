# SPDX-License-Identifier: Apache-2.0
"""Results that go to somebody else than the applicant at the counter: a collector or the post."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.ledger import By
from motcua.domains.dossiers.models import Collection, Parcel
from motcua.domains.dossiers.reasons import optional
from motcua.kit.access import Post
from motcua.kit.faults import Fault

# Twelve digits, or a passport. Source: 17/2024/TT-BCA (the digits).
ID_NUMBER: Final = re.compile(r"\d{12}|[A-Z0-9]{6,9}", re.ASCII)
# The post's own numbers look like EB123456789VN; other carriers differ, so only the signs count.
TRACKING_NUMBER: Final = re.compile(r"(?=(?:[A-Z]*\d){6})[A-Z0-9]{8,20}", re.ASCII)
_MARKS: Final = re.compile(r"[\s.-]")


class CollectorIncomplete(Fault):
    """Somebody else came, and it is not written down who."""

    sentence = gettext_lazy(
        "Write name, identity number and relation to the applicant of the person who collects."
    )


class ProofMissing(Fault):
    """Somebody else came without anything to show that they may."""

    sentence = gettext_lazy(
        "Only the applicant collects without proof: scan the authorisation, or write down the"
        " statement of the person who collects."
    )


class TrackingNumberWrong(Fault):
    """The post's number is missing or no such number."""

    sentence = gettext_lazy(
        "Write the number on the slip of the post, for example EB123456789VN: eight to twenty"
        " letters and digits."
    )


class SentBefore(Fault):
    """Two parcels with one number, or a second one while the first is under way."""

    status = 409
    sentence = gettext_lazy("A parcel with this number, or with this result, was sent before.")


@dataclass(frozen=True, slots=True)
class Collector:
    """Who fetches a result in the applicant's place; `proof_paper_id` is a scan in the vault."""

    name: str
    id_number: str
    relation: str
    statement: str = ""
    proof_paper_id: int | None = None


def proved(collector: Collector) -> Collector:
    """Return the cleaned values. Raises CollectorIncomplete, ProofMissing, TextUnclean."""
    number = _MARKS.sub("", collector.id_number).upper()
    known = replace(
        collector,
        name=optional(collector.name)[:200],
        id_number=number,
        relation=optional(collector.relation)[:200],
        statement=optional(collector.statement),
    )
    if not (known.name and known.relation and ID_NUMBER.fullmatch(number)):
        raise CollectorIncomplete
    if not known.statement and known.proof_paper_id is None:
        raise ProofMissing
    return known


def collected(case: Case, by: By, post: Post, collector: Collector) -> dict[str, str]:
    """Write down who fetched the result; return what the log keeps of it: no personal data.

    Raises as `proved`.
    """
    known = proved(collector)
    Collection.objects.create(
        dossier_id=case.id,
        collector_name=known.name,
        collector_id_number=known.id_number,
        relation=known.relation,
        statement=known.statement,
        proof_paper_id=known.proof_paper_id,
        at=by.at,
        checked_by=by.actor.code,
        checker_name=by.actor.name,
        unit_id=post.unit_id,
    )
    return {"collected_by": "other", "proof": "paper" if known.proof_paper_id else "statement"}


def sent(case: Case, by: By, post: Post, tracking_number: str) -> dict[str, str]:
    """Write down that the post has the result; return what the log keeps of it.

    Raises TrackingNumberWrong, SentBefore.
    """
    number = _MARKS.sub("", tracking_number).upper()
    if not TRACKING_NUMBER.fullmatch(number):
        raise TrackingNumberWrong
    under_way = Parcel.objects.filter(dossier_id=case.id, state="sent")
    if under_way.exists() or Parcel.objects.filter(tracking_number=number).exists():
        raise SentBefore
    Parcel.objects.create(
        dossier_id=case.id,
        unit_id=post.unit_id,
        tracking_number=number,
        sent_at=by.at,
        sent_by=by.actor.code,
        sender_name=by.actor.name,
    )
    return {"note": number}
