# SPDX-License-Identifier: Apache-2.0
"""Tables of the procedures domain."""

from __future__ import annotations

from motcua.domains.procedures.models.procedure import Certainty, Competence, Procedure
from motcua.domains.procedures.models.state import CatalogueState
from motcua.domains.procedures.models.steps import StepHours, StepOfficer
from motcua.domains.procedures.models.synonym import Synonym
from motcua.domains.procedures.models.version import (
    Level,
    OnlineLevel,
    ProcedureVersion,
    Routing,
    Source,
)

__all__ = [
    "CatalogueState",
    "Certainty",
    "Competence",
    "Level",
    "OnlineLevel",
    "Procedure",
    "ProcedureVersion",
    "Routing",
    "Source",
    "StepHours",
    "StepOfficer",
    "Synonym",
]
