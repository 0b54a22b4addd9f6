# SPDX-License-Identifier: Apache-2.0
"""The facts of dossiers that the quality index is computed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.domains.procedures import queries as procedures
from motcua.kit import sql
from motcua.rules.workflow import Status


@dataclass(frozen=True, slots=True)
class FactRow:
    """What one dossier contributes."""

    dossier_code: str
    procedure_code: str
    version_id: int
    competent_unit_id: int
    receiving_unit_id: int
    channel: int
    source: str
    status: int
    submitted_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    supplement_requests: int
    supplement_minutes: int
    components_digitised: bool
    components_reused: bool
    e_result: bool
    result_digitised: bool
    identity_verified: bool
    stars: int | None
    legal_due_at: datetime | None
    officer_code: str


# The officer is the last specialist who acted on the dossier. A component counts as digitised only
# when its file lies in the dossier, as reused only when that file came from the vault; a result
# counts as an e-result only when it carries a verified signature, as digitised when its file is
# there or, once decided, when there is to be none.
FACTS = """
SELECT d.code, d.procedure_code, d.version_id, d.competent_unit_id, d.receiving_unit_id, d.channel,
  d.source, d.status, d.submitted_at, d.received_at, d.due_at, d.ended_at, d.returned_at,
  (SELECT count(*) FROM dossiers_supplementrequest s WHERE s.dossier_id = d.id),
  (SELECT coalesce(sum(extract(epoch FROM s.completed_at - s.asked_at)) / 60, 0)::int
     FROM dossiers_supplementrequest s WHERE s.dossier_id = d.id AND s.completed_at IS NOT NULL),
  EXISTS (SELECT FROM dossiers_attachment a WHERE a.dossier_id = d.id AND a.replaced_at IS NULL),
  EXISTS (SELECT FROM dossiers_attachment a JOIN vault_paperuse u ON u.paper_id = a.paper_id
    WHERE a.dossier_id = d.id AND a.replaced_at IS NULL AND u.dossier_code = d.code),
  EXISTS (SELECT FROM vault_paper p WHERE p.id = d.result_paper_id AND p.signed),
  d.result_paper_id IS NOT NULL,
  d.account_id IS NOT NULL,
  (SELECT r.stars FROM dossiers_rating r WHERE r.dossier_id = d.id), d.legal_due_at,
  coalesce((SELECT k.actor_code FROM kit_auditentry k WHERE k.chain = 'dossier:' || d.code
    AND k.post LIKE 'specialist@%%' ORDER BY k.seq DESC LIMIT 1), '')
FROM dossiers_dossier d WHERE d.code = ANY(%s)
"""


def facts(codes: Sequence[str]) -> list[FactRow]:
    """Return the present facts of these dossiers; unknown codes are left out."""
    rows = (FactRow(*row) for row in sql.fetch_all(FACTS, [list(codes)]))
    return [replace(row, result_digitised=True) if _needs_no_result(row) else row for row in rows]


def _needs_no_result(row: FactRow) -> bool:
    decided = row.status in (Status.COMPLETED, Status.RETURNED)
    return decided and procedures.version(row.version_id).result is None
