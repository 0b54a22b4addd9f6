# SPDX-License-Identifier: Apache-2.0
"""Which fees and charges the procedures of a unit ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.domains.procedures.models import ProcedureVersion
from motcua.domains.procedures.queries.unit_steps import procedures_of
from motcua.rules.words import sort_key


@dataclass(frozen=True, slots=True)
class ChargedFee:
    """A fee or charge by its code; several procedures may ask for the same one."""

    code: str
    title: Mapping[str, str]
    kind: str
    procedures: tuple[str, ...]


def charged_fees(unit_id: int, on: date) -> tuple[ChargedFee, ...]:
    """Return the fees of the procedures a unit decides on a day, by their Vietnamese titles."""
    rows = ProcedureVersion.objects.on(on).filter(procedure_id__in=procedures_of(unit_id, on))
    written = rows.order_by("procedure_id").values_list("procedure_id", "config__fees")
    found: dict[str, ChargedFee] = {}
    for procedure, table in written:
        for row in table or ():
            known = found.get(row["code"])
            asking = dict.fromkeys((*(known.procedures if known else ()), procedure))
            found[row["code"]] = ChargedFee(row["code"], row["title"], row["kind"], tuple(asking))
    return tuple(sorted(found.values(), key=lambda fee: sort_key(fee.title["vi"])))
