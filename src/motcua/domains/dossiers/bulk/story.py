# SPDX-License-Identifier: Apache-2.0
"""Lets an invented dossier live until now: who does what next, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua.domains.dossiers import ledger
from motcua.domains.dossiers.bulk.cast import APPLICANT, Cast, Doer
from motcua.domains.dossiers.bulk.life import Asked, Birth, Life, Wanted, born, minutes_of
from motcua.domains.dossiers.bulk.paths import choose
from motcua.domains.dossiers.models.dossier import Channel
from motcua.kit.access import Role
from motcua.kit.clock import VN
from motcua.rules.workflow import Status, StepKind
from motcua.rules.worktime import add_working_minutes, due, parse_limit

DAY = 480
UNTIMED = 120  # minutes at most at a step without a time of its own
WITHIN = parse_limit("3wd")
REASONS: Mapping[str, str] = {
    "refuse": "Hồ sơ không thuộc thẩm quyền giải quyết",
    "stop": "Hồ sơ không đủ điều kiện giải quyết",
    "withdraw": "Công dân đề nghị rút hồ sơ",
}
EXTENDED = 0.03
RATED = 0.25
SILENT = 0.1
LEFT_LYING = 0.01  # of all steps: nobody ever goes on, so that every step has overdue dossiers
PAID_AT_ONCE = 0.7
LATE_REASON = "Cần thêm thời gian xác minh"
WAITS: Mapping[StepKind, tuple[int, int]] = {
    StepKind.INTAKE: (5, 420),
    StepKind.RECEPTION: (5, 120),
    StepKind.PAYMENT: (60, 5 * DAY),
    StepKind.HANDOVER: (30, 5 * DAY),
    StepKind.SUPPLEMENT: (120, 8 * DAY),
}


class Storyteller:
    """Tells lives up to one moment; `others` are the units that may be consulted."""

    def __init__(
        self, *, cast: Cast, others: Sequence[int], until: datetime, random: Random
    ) -> None:
        self._cast = cast
        self._others = others
        self._until = until
        self._random = random
        self._own: Mapping[str, Callable[[Life, datetime], None]] = {
            "receive": self._receive,
            "ask_supplement": self._ask,
            "resume": self._resume,
            "consult": self._consult,
            "return_result": self._return,
        }

    def tell(self, birth: Birth, code: str) -> Life:
        """Return the dossier as it stands now, due dates derived."""
        at_counter = birth.channel is not Channel.ONLINE
        by = self._cast.official(birth.receiving.id, Role.COUNTER) if at_counter else APPLICANT
        life = born(birth, code, by)
        at = birth.at
        while (action := choose(life.case, life.done, self._random)) is not None:
            at = self._later(life, at)
            if at > self._until or self._random.random() < LEFT_LYING:
                break
            self._own.get(action, self._move(action))(life, at)
        else:
            self._rate(life, at)
        life.case = ledger.with_dues(ledger.desked(life.case))
        return life

    def _later(self, life: Life, at: datetime) -> datetime:
        """Return when the next act happens; a consulted unit is waited for."""
        step = life.case.timed
        least, most = WAITS.get(step.kind, (15, step.minutes or UNTIMED))
        wait = int(minutes_of(self._random, least, max(most, least + 15)) * life.birth.pace)
        ready = add_working_minutes(at, max(wait, 1), life.case.calendar)
        for question in life.asked:
            self._answer(life, question)
            ready = max(ready, question.answered_at or question.due_at)
        return ready

    def _desk(self, life: Life) -> Doer:
        unit_id, role = ledger.desk(life.case)
        if unit_id is None:
            return self._cast.official(life.case.receiving_unit_id, Role.COUNTER)
        return self._cast.official(unit_id, role)

    def _move(self, action: str) -> Callable[[Life, datetime], None]:
        def happen(life: Life, at: datetime) -> None:
            if action in REASONS:
                payload = {"action": action, "reason": REASONS[action]}
                life.act(action, self._ending(life, action), at, payload)
                return
            self._extend(life, at)
            life.act("advance", self._desk(life), at, {"action": action})

        return happen

    def _ending(self, life: Life, action: str) -> Doer:
        if action == "withdraw":
            return APPLICANT
        if action == "stop":
            return self._cast.official(life.case.competent_unit_id, Role.LEADER)
        return self._desk(life)

    def _receive(self, life: Life, at: datetime) -> None:
        cashier = self._desk(life)
        life.act("receive", cashier, at, {"action": "receive"})
        if self._random.random() < PAID_AT_ONCE:
            life.cashier, life.paid_at = cashier, at

    def _ask(self, life: Life, at: datetime) -> None:
        by, birth = self._desk(life), life.birth
        presented = birth.stock.presented
        target = f"paper:{presented[0]}" if presented else "field:applicant_name"
        until_on = at.astimezone(VN).date() + timedelta(days=10)
        life.wanted = Wanted(at, by[0].code, by[0].name, until_on, target)
        life.act("ask_supplement", by, at, {"action": "ask_supplement", "targets": [target]})

    def _resume(self, life: Life, at: datetime) -> None:
        digest = life.links[0].payload["answers_sha256"]
        payload = {"action": "resume", "answers_sha256": digest, "presented": []}
        life.act("resume", APPLICANT, at, payload)
        if life.wanted is not None:
            life.wanted.completed_at = at

    def _consult(self, life: Life, at: datetime) -> None:
        by, case = self._desk(life), life.case
        unit_id = self._random.choice(self._others)
        if unit_id == case.competent_unit_id:
            life.done["consult"] += 1
            return
        due_at = due(received_at=at, limit=WITHIN, calendar=case.calendar)
        life.asked.append(Asked(unit_id, by[0].code, at, str(WITHIN), due_at))
        stated = {"units": [unit_id], "within": str(WITHIN), "due": due_at.isoformat()}
        life.act("consult", by, at, stated)

    def _answer(self, life: Life, question: Asked) -> None:
        """Let the asked unit answer once, unless it never will or has not come to it yet."""
        if question.settled:
            return
        question.settled = True
        if self._random.random() < SILENT:
            return
        calendar = life.case.calendar
        at = add_working_minutes(question.at, self._random.randint(60, 4 * DAY), calendar)
        if at > self._until:
            return
        by = self._cast.official(question.unit_id, Role.SPECIALIST)
        question.answered_at, question.answered_by = at, by[0].code
        late = at > question.due_at
        payload = {"unit": question.unit_id, "agrees": True, "late": late}
        life.act("answer_consultation", by, at, payload)

    def _extend(self, life: Life, at: datetime) -> None:
        if self._random.random() > EXTENDED or life.case.extension:
            return
        due_at = ledger.with_dues(life.case).due_at
        if due_at is None or at >= due_at or life.case.status != Status.PROCESSING:
            return
        to = add_working_minutes(due_at, self._random.randint(1, 5) * DAY, life.case.calendar)
        by = self._cast.official(life.case.competent_unit_id, Role.LEADER)
        life.act("extend", by, at, {"to": to.isoformat(), "reason": LATE_REASON})

    def _return(self, life: Life, at: datetime) -> None:
        by = self._desk(life)
        if life.paid_at is None:
            life.cashier, life.paid_at = by, at
        payload: dict[str, Any] = {"action": "return_result", "to": "counter"}
        life.act("return_result", by, at, payload)

    def _rate(self, life: Life, at: datetime) -> None:
        at += timedelta(minutes=self._random.randint(5, 3000))
        if life.case.status != Status.RETURNED or self._random.random() > RATED or at > self._until:
            return
        life.stars, life.rated_at = self._random.choice((5, 5, 5, 4, 4, 3, 2, 1)), at
        life.act("rate", APPLICANT, at, {"stars": life.stars})
