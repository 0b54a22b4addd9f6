# SPDX-License-Identifier: Apache-2.0
"""Strings stations into the mapping of a workflow, naming the steps and the moves between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from motcua.rules.workflow.kinds import StepKind


class Sort(NamedTuple):
    """What generated steps of one sort share: name, kind, role, titles."""

    name: str
    kind: StepKind
    role: str | None
    vi: str
    en: str


INTAKE: Final = Sort(
    "intake", StepKind.INTAKE, "counter", "Kiểm tra hồ sơ nộp", "Check what was submitted"
)
REGISTERED: Final = Sort(
    "registered",
    StepKind.RECEPTION,
    "counter",
    "Tiếp nhận, chuyển hồ sơ",
    "Receive and hand over the dossier",
)
FORWARD: Final = Sort(
    "forward",
    StepKind.PROCESSING,
    "counter",
    "Chuyển hồ sơ liên thông",
    "Pass the dossier on to the next level",
)
ASSIGN: Final = Sort(
    "assign", StepKind.PROCESSING, "leader", "Lãnh đạo phân công xử lý", "The leader assigns it"
)
APPRAISE: Final = Sort(
    "appraise", StepKind.PROCESSING, "specialist", "Thẩm định hồ sơ", "Appraise the dossier"
)
REVIEW: Final = Sort(
    "review",
    StepKind.APPROVAL,
    "leader",
    "Lãnh đạo phòng xem xét",
    "The head of division reviews it",
)
APPROVE: Final = Sort(
    "approve", StepKind.APPROVAL, "leader", "Lãnh đạo đơn vị phê duyệt", "The leader approves it"
)
COMMITTEE: Final = Sort(
    "committee",
    StepKind.APPROVAL,
    "leader",
    "Trình UBND tỉnh xem xét, quyết định",
    "Submit to the provincial People's Committee for decision",
)
ISSUE: Final = Sort(
    "issue",
    StepKind.PROCESSING,
    "clerk",
    "Vào số, đóng dấu, phát hành",
    "Number, seal and issue the result",
)
HANDOVER: Final = Sort("handover", StepKind.HANDOVER, "counter", "Trả kết quả", "Return the result")
DONE: Final = Sort("done", StepKind.FINISHED, None, "Đã trả kết quả", "The result was returned")

_LEAVING: Final[Mapping[str, str]] = MappingProxyType(
    {"intake": "receive", "registered": "hand_over", "assign": "assign", "issue": "issue"}
)


@dataclass(frozen=True, slots=True)
class Station:
    """One step of a generated workflow; `minutes` are working minutes."""

    sort: Sort
    minutes: int | None = None
    consults: bool = False


def chain(stations: Sequence[Station]) -> dict[str, Any]:
    """Return the workflow in which each station leads to the next.

    `stations` are those between the intake and the end, neither included. An approval may also
    send the dossier back to the appraisal before it.
    """
    whole = (Station(INTAKE), *stations, Station(DONE))
    names = tuple(_names(whole))
    return {
        "start": names[0],
        "steps": {name: _step(whole, names, place) for place, name in enumerate(names)},
    }


def _names(stations: Sequence[Station]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for station in stations:
        name = station.sort.name
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}_{seen[name]}"


def _step(stations: Sequence[Station], names: Sequence[str], place: int) -> dict[str, Any]:
    station = stations[place]
    step: dict[str, Any] = {
        "kind": station.sort.kind.value,
        "role": station.sort.role,
        "minutes": station.minutes,
        "title": {"vi": station.sort.vi, "en": station.sort.en},
        "actions": {},
    }
    if station.consults:
        step["consults"] = True
    if place + 1 < len(stations):
        step["actions"][_leaving(stations, place)] = names[place + 1]
    back = _back(stations, place)
    if back is not None:
        step["actions"]["return_back"] = names[back]
    return step


def _leaving(stations: Sequence[Station], place: int) -> str:
    sort, after = stations[place].sort, stations[place + 1].sort
    if sort.kind is StepKind.HANDOVER:
        return "return_result"
    if sort.kind is StepKind.APPROVAL:
        is_last = all(later.sort.kind is not StepKind.APPROVAL for later in stations[place + 1 :])
        return "approve" if is_last else "agree"
    if sort.name in _LEAVING:
        return _LEAVING[sort.name]
    if after.kind is StepKind.APPROVAL:
        return "propose"
    return "complete" if after.kind is StepKind.HANDOVER else "pass_on"


def _back(stations: Sequence[Station], place: int) -> int | None:
    if stations[place].sort.kind is not StepKind.APPROVAL:
        return None
    before = [n for n in range(place) if stations[n].sort is APPRAISE]
    return before[-1] if before else None
