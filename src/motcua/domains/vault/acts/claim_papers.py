# SPDX-License-Identifier: Apache-2.0
"""Note whose papers they are when a dossier takes them in, and which of them were used again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext_lazy

from motcua.domains.vault.models import PaperUse
from motcua.domains.vault.queries import OwnPaper, own_papers
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault

CLAIM = """
UPDATE vault_paper p SET origin_dossier = %(dossier_code)s, origin_procedure = %(procedure_code)s,
  owner_id_number = %(owner_id_number)s, owner_name = %(owner_name)s, owner_kind = %(owner_kind)s,
  type_code = given.type_code, digitised_by = %(digitised_by)s, digitised_at = p.filed_at,
  digitised_unit_id = %(unit_id)s
FROM unnest(%(ids)s::bigint[], %(types)s::text[]) AS given(id, type_code)
WHERE p.id = given.id AND p.origin_dossier = '' RETURNING p.id
"""


class NotReusable(Fault):
    """The paper belongs to somebody else, or no longer holds."""

    status = 409
    sentence = gettext_lazy(
        "A paper chosen from the vault can no longer be used: it is not the applicant's, or it is"
        " no longer valid. Take it out and send the paper."
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """The dossier that takes papers in, and the applicant who owns them.

    `unasked` when the system itself shares papers between parts of one application.
    """

    dossier_code: str
    procedure_code: str
    owner_kind: str
    owner_id_number: str
    owner_name: str
    unit_id: int | None = None
    unasked: bool = False


def claim_papers(
    *, actor: Actor, at: datetime, claim: Claim, types: Mapping[int, str]
) -> frozenset[int]:
    """Make fresh papers the applicant's own and note the uses of older ones; returns the latter.

    `types` names the kind of paper by paper id. Runs in the caller's transaction. A paper that was
    laid in with another dossier must be the applicant's and valid. Raises NotReusable.
    """
    if not types:
        return frozenset()
    ids = sorted(types)
    with connection.cursor() as cursor:
        cursor.execute(
            CLAIM,
            {
                "dossier_code": claim.dossier_code,
                "procedure_code": claim.procedure_code,
                "owner_kind": claim.owner_kind,
                "owner_id_number": claim.owner_id_number,
                "owner_name": claim.owner_name[:200],
                "unit_id": claim.unit_id,
                "digitised_by": actor.code,
                "ids": ids,
                "types": [types[one] for one in ids],
            },
        )
        fresh = {row[0] for row in cursor.fetchall()}
    older = frozenset(types) - fresh
    used = [one for one in own_papers(older).values() if one.origin_dossier != claim.dossier_code]
    for one in () if claim.unasked else used:
        _must_be_usable(one, claim, at)
    PaperUse.objects.bulk_create(
        (PaperUse(paper_id=one.id, dossier_code=claim.dossier_code, at=at) for one in used),
        ignore_conflicts=True,
    )
    return frozenset(one.id for one in used)


def _must_be_usable(one: OwnPaper, claim: Claim, at: datetime) -> None:
    own = bool(claim.owner_id_number) and one.owner_id_number == claim.owner_id_number
    if not own or not one.is_reusable(at.astimezone(VN).date()):
        raise NotReusable
