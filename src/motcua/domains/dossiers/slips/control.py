# SPDX-License-Identifier: Apache-2.0
"""Form 06: the control slip, one row for each hand-over, written by the log itself.

Source: Circular 03/2025/TT-VPCP, Annex I, form 06.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.dossiers import clocks
from motcua.domains.dossiers.case import desk_of
from motcua.domains.dossiers.queries import handovers
from motcua.domains.dossiers.queries.card import DossierCard, HistoryLine, consultations
from motcua.domains.dossiers.queries.handovers import HandoverLine
from motcua.domains.dossiers.slip_kinds import SlipKind
from motcua.domains.dossiers.slips import people
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values, facts, heading, sheet, signer, table
from motcua.domains.dossiers.slips.wording import VERDICTS, moment_short, moment_words
from motcua.domains.procedures import queries as procedures
from motcua.domains.units import queries as units
from motcua.kit.clock import VN
from motcua.rules.worktime import verdict

ROWS = (
    ("STT", "9mm", "center"),
    ("Bên giao", "1fr", "left"),
    ("Bên nhận", "1fr", "left"),
    ("Thời gian giao", "23mm", "center"),
    ("Thời gian nhận", "23mm", "center"),
    ("Kết quả", "17mm", "center"),
    ("Ghi chú", "0.7fr", "left"),
)
ROLES = {
    "counter": "Cán bộ tiếp nhận và trả kết quả",
    "specialist": "Chuyên viên",
    "leader": "Lãnh đạo",
    "clerk": "Văn thư",
}


@dataclass(frozen=True, slots=True)
class Stay:
    """A dossier lying before one desk: since which act, who took it from there, until which."""

    unit_id: int | None
    role: str
    since: HistoryLine
    first: HistoryLine | None
    until: HistoryLine | None


def values(occasion: Occasion) -> Values:
    """Return every hand-over so far, the last row still open."""
    shown = occasion.shown
    consulted = [occasion.name(line.unit_id) for line in consultations(shown.id)]
    return sheet(
        SlipKind.CONTROL,
        unit=occasion.unit,
        on=occasion.on,
        source=shown.source,
        code=shown.code,
        blocks=[
            facts(
                *people.subject(shown),
                ("Người nộp hồ sơ", shown.applicant_name),
                ("Cơ quan giải quyết hồ sơ", occasion.name(shown.competent_unit_id)),
                ("Cơ quan phối hợp", "; ".join(dict.fromkeys(consulted))),
                ("Thời gian tiếp nhận hồ sơ", moment_words(shown.received_at)),
                (
                    "Thời gian hẹn trả kết quả",
                    moment_words(people.appointment(shown.due_at, shown.competent_unit_id)),
                ),
            ),
            heading("Quá trình giao, nhận hồ sơ:"),
            table(ROWS, _rows(occasion)),
        ],
        signers=[signer("Người lập phiếu", occasion.officer)],
        landscape=True,
    )


def stays(shown: DossierCard, log: Sequence[HistoryLine]) -> list[Stay]:
    """Return before whom a dossier lay, in order; waiting for the applicant is a stay too."""
    found: list[Stay] = []
    for line in log:
        unit_id, role = _desk(shown, line)
        if found and (found[-1].unit_id, found[-1].role) == (unit_id, role):
            last = found[-1]
            found[-1] = Stay(unit_id, role, last.since, last.first or line, None)
            continue
        if found:
            last = found[-1]
            found[-1] = Stay(last.unit_id, last.role, last.since, last.first or line, line)
        found.append(Stay(unit_id, role, line, None, None))
    return found


def _desk(shown: DossierCard, line: HistoryLine) -> tuple[int | None, str]:
    step = shown.version.workflow.steps.get(line.step)
    if step is None:
        return None, ""
    unit_id, role = desk_of(
        step,
        receiving_unit_id=shown.receiving_unit_id,
        competent_unit_id=shown.competent_unit_id,
        return_unit_id=shown.return_unit_id,
    )
    return unit_id, str(role)


def _rows(occasion: Occasion) -> Iterator[list[str]]:
    passed = stays(occasion.shown, occasion.log)
    confirmed = handovers.of_dossier(occasion.shown.code)
    for place, stay in enumerate(passed, start=1):
        giver = stay.since.actor_name or occasion.shown.applicant_name
        yield [
            str(place),
            _side(occasion, passed[place - 2] if place > 1 else None, giver),
            _side(occasion, stay, stay.first.actor_name if stay.first else ""),
            moment_short(stay.since.at),
            moment_short(_taken_at(stay, confirmed)),
            _result(occasion.shown, stay),
            stay.since.reason,
        ]


def _taken_at(stay: Stay, confirmed: Sequence[HandoverLine]) -> datetime | None:
    """Return when the receiving side confirmed the paper; without paper, when it was given."""
    if stay.unit_id is None:
        return None
    for line in confirmed:
        in_stay = line.settled_at and line.settled_at >= stay.since.at
        in_stay = in_stay and (stay.until is None or line.settled_at <= stay.until.at)
        if in_stay and line.to_unit_id == stay.unit_id:
            return line.settled_at
    return stay.since.at


def _side(occasion: Occasion, stay: Stay | None, name: str) -> str:
    if stay is None or stay.unit_id is None:
        return f"Người nộp hồ sơ: {occasion.shown.applicant_name}"
    who = f"{ROLES.get(stay.role, '')} {name}".strip()
    return f"{occasion.name(stay.unit_id)} ({who})"


def _result(shown: DossierCard, stay: Stay) -> str:
    """Return whether the receiving side passed it on in the time the unit gives its step."""
    step = shown.version.workflow.steps.get(stay.since.step)
    if stay.until is None or stay.unit_id is None or step is None:
        return ""
    unit_id, began_on = shown.competent_unit_id, stay.since.at.astimezone(VN).date()
    calendar = units.work_calendar(unit_id)
    own = procedures.timed(step, unit_id, shown.version, channel=shown.channel, on=began_on)
    due = clocks.step_due_at(own, stay.since.at, calendar)
    if due is None:
        return ""
    ended = stay.until.at
    judged = verdict(
        due_at=due, ended_at=ended, at=ended, received_at=stay.since.at, calendar=calendar
    )
    return VERDICTS[judged]
