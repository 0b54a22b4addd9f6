# SPDX-License-Identifier: Apache-2.0
"""What a slip reports: an act of the dossier's log, or money that was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType

from motcua.domains.dossiers.queries import handovers
from motcua.domains.dossiers.queries.card import DossierCard, HistoryLine, card, history
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.payments import queries as payments
from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound

# Which acts of the log each form reports; a control slip reports whatever happened last.
REPORTS: Mapping[SlipKind, frozenset[str]] = MappingProxyType(
    {
        SlipKind.RECEIPT: frozenset({"receive"}),
        SlipKind.SUPPLEMENT: frozenset({"ask_supplement"}),
        SlipKind.REFUSAL: frozenset({"refuse"}),
        SlipKind.EXTENSION: frozenset({"extend"}),
        SlipKind.STOP: frozenset({"stop", "withdraw"}),
        SlipKind.RESULT_RECEIPT: frozenset({"return_result", "give_again"}),
        SlipKind.HANDOVER: frozenset({"hand_over"}),
    }
)
AUTOMATIC = tuple(kind for kind in REPORTS if kind is not SlipKind.HANDOVER)


@dataclass(frozen=True)
class Occasion:
    """What a form is filled from: the dossier, its log up to the act, and the issuing unit.

    `about` tells occasions of one kind apart; `at` is the date the paper bears.
    """

    kind: SlipKind
    about: str
    at: datetime
    shown: DossierCard
    log: Sequence[HistoryLine]
    unit_id: int
    officer: str

    @property
    def on(self) -> date:
        """The day of the paper, in Vietnam."""
        return self.at.astimezone(VN).date()

    @cached_property
    def unit(self) -> AgencyCard:
        """The issuing unit under its name of that day."""
        return units.agency(self.unit_id, on=self.on)

    @property
    def line(self) -> HistoryLine:
        """The act itself."""
        return self.log[-1]

    def name(self, unit_id: int) -> str:
        """Return a unit's Vietnamese name of that day."""
        return units.agency(unit_id, on=self.on).name_vi


def occasions(code: str, kinds: Sequence[SlipKind] = AUTOMATIC) -> Iterator[Occasion]:
    """Yield everything in a dossier's log that these forms report, in its order.

    Raises NotFound for an unknown dossier.
    """
    shown, log = card(code), history(code)
    travelled = list(_of_lists(shown, log)) if SlipKind.HANDOVER in kinds else []
    yield from travelled
    if travelled:
        kinds = [kind for kind in kinds if kind is not SlipKind.HANDOVER]
    for place, line in enumerate(log):
        for kind in kinds:
            if _reports(kind, line, last=place == len(log) - 1):
                yield _of_line(kind, shown, log[: place + 1])
    if SlipKind.FEE_RECEIPT in kinds:
        yield from _of_money(shown, log)


def _reports(kind: SlipKind, line: HistoryLine, *, last: bool) -> bool:
    if kind is SlipKind.CONTROL:
        return last
    return bool(REPORTS.get(kind, frozenset()) & {line.act, line.action})


def _of_line(kind: SlipKind, shown: DossierCard, log: Sequence[HistoryLine]) -> Occasion:
    line = log[-1]
    unit_id = _unit_of(line.post) or shown.receiving_unit_id
    officer = line.actor_name if "@" in line.post else ""
    return Occasion(kind, str(line.seq), line.at, shown, log, unit_id, officer)


def _unit_of(post: str) -> int | None:
    """Return the unit of a logged post, `role@unit code[/absent holder]`; None for none."""
    code = post.partition("@")[2].partition("/")[0]
    try:
        return units.agency_by_code(code).id if code else None
    except NotFound:
        return None


def _of_money(shown: DossierCard, log: Sequence[HistoryLine]) -> Iterator[Occasion]:
    for taken in payments.receipts_of(shown.code):
        yield Occasion(
            SlipKind.FEE_RECEIPT, taken.mark.number, taken.mark.at, shown, log,
            taken.mark.unit_id, _cashier(taken.cashier_code),
        )  # fmt: skip


def _of_lists(shown: DossierCard, log: Sequence[HistoryLine]) -> Iterator[Occasion]:
    """Yield the lists by which the dossier's paper travelled."""
    for line in handovers.of_dossier(shown.code):
        yield Occasion(
            SlipKind.HANDOVER, line.handover_code, line.given_at, shown, log, line.from_unit_id,
            line.giver_name,
        )  # fmt: skip


def _cashier(code: str) -> str:
    """Return the name of who took the money, "" where no person did."""
    try:
        return people.account_by_code(code).full_name
    except NotFound:
        return ""
