# SPDX-License-Identifier: Apache-2.0
"""Kinds of dossiers to invent: a published version, good answers, the units that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motcua.domains.dossiers.lookups import ReferenceLookups
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries import Version
from motcua.domains.procedures.queries.groups import members
from motcua.domains.units.queries import AgencyCard
from motcua.kit import datafiles
from motcua.rules import fees
from motcua.rules.fees import Quote
from motcua.rules.forms.samples import sample

ANSWERS = "demo/answers"
GENERATED = 50


@dataclass(frozen=True, slots=True)
class Stock:
    """One kind of dossier; quotes are kept, since answers differ in the applicant only."""

    version: Version
    values: dict[str, Any]
    presented: tuple[str, ...]
    agencies: tuple[AgencyCard, ...]
    quotes: dict[tuple[int, date], Quote] = field(default_factory=dict)

    def quote(self, channel: int, on: date) -> Quote:
        """Return what such a dossier owes."""
        known = self.quotes.get((channel, on))
        if known is None:
            known = self.quotes[channel, on] = fees.quote(
                self.version.fees, answers=self.values, channel=channel, on=on
            )
        return known


def stocks(on: date) -> tuple[list[Stock], list[Stock]]:
    """Return the authored kinds and an even choice of the generated ones, open on a date."""
    authored, generated = _codes(on)
    step = max(1, len(generated) // GENERATED)
    return list(_made(authored, on)), list(_made(generated[::step], on))


def _codes(on: date) -> tuple[list[str], list[str]]:
    codes = procedures.open_codes(on)
    written = {path.stem for path in (datafiles.root() / ANSWERS).glob("*.yaml")}
    return [c for c in codes if c in written], [c for c in codes if c not in written]


def _made(codes: Sequence[str], on: date) -> Iterator[Stock]:
    for code in codes:
        version, agencies = procedures.current(code, on), procedures.competent_units(code)
        if members(version.id):
            continue
        given = _answers(code) if agencies else {}
        values = sample(version.form, given, on=on, lookups=ReferenceLookups())
        if agencies and values is not None:
            presented = tuple(
                sorted(
                    kind.code
                    for kind in version.papers
                    if kind.role == "submit" and kind.is_required(values)
                )
            )
            yield Stock(version, values, presented, agencies)


def _answers(code: str) -> dict[str, Any]:
    path = datafiles.root() / ANSWERS / f"{code}.yaml"
    return dict(datafiles.read_yaml(path)["answers"]) if path.exists() else {}
