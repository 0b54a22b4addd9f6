# SPDX-License-Identifier: Apache-2.0
"""What others may read of procedures."""

from __future__ import annotations

from motcua.domains.procedures.papers import PaperKind
from motcua.domains.procedures.queries.authored import authored
from motcua.domains.procedures.queries.cards import ProcedureCard
from motcua.domains.procedures.queries.competence import (
    competent_units,
    is_competence_certain,
    is_competent,
)
from motcua.domains.procedures.queries.initials import by_initials
from motcua.domains.procedures.queries.search import fields, find
from motcua.domains.procedures.queries.soundness import Findings, Unsound, check
from motcua.domains.procedures.queries.unit_steps import (
    HoursCard,
    UnitSteps,
    procedures_of,
    step_officers,
    steps_named,
    timed,
    unit_steps,
)
from motcua.domains.procedures.queries.versions import (
    Span,
    Version,
    current,
    history,
    is_open,
    open_codes,
    title,
    version,
    workflow_of,
)
from motcua.domains.procedures.reading import Terms
from motcua.domains.procedures.signers import Signer
from motcua.domains.procedures.soundness import Problem

__all__ = [
    "unit_steps",
    "timed",
    "step_officers",
    "steps_named",
    "procedures_of",
    "UnitSteps",
    "HoursCard",
    "Findings",
    "PaperKind",
    "Problem",
    "ProcedureCard",
    "Signer",
    "Span",
    "Terms",
    "Unsound",
    "Version",
    "authored",
    "by_initials",
    "check",
    "competent_units",
    "current",
    "fields",
    "find",
    "history",
    "is_competence_certain",
    "is_competent",
    "is_open",
    "open_codes",
    "title",
    "version",
    "workflow_of",
]
