# SPDX-License-Identifier: Apache-2.0
"""One invented dossier while it lives: its state, its log and what its acts leave behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from random import Random
from typing import Any

from motcua.domains.dossiers import ledger, replay
from motcua.domains.dossiers.bulk.cast import Doer
from motcua.domains.dossiers.bulk.persons import Person
from motcua.domains.dossiers.bulk.stock import Stock
from motcua.domains.dossiers.case import Case
from motcua.domains.dossiers.ledger import chain_of
from motcua.domains.dossiers.models.dossier import Channel
from motcua.domains.dossiers.traces import traces
from motcua.domains.units.queries import AgencyCard
from motcua.kit import audit


@dataclass(frozen=True, slots=True)
class Birth:
    """What is settled about a dossier before anything happens to it."""

    stock: Stock
    agency: AgencyCard
    receiving: AgencyCard
    channel: Channel
    person: Person
    at: datetime
    pace: float


@dataclass(slots=True)
class Asked:
    """A question to another unit; settled once it is known whether it will be answered."""

    unit_id: int
    asked_by: str
    at: datetime
    within: str
    due_at: datetime
    settled: bool = False
    answered_at: datetime | None = None
    answered_by: str = ""


@dataclass(slots=True)
class Wanted:
    """A request to complete the dossier."""

    at: datetime
    asked_by: str
    officer_name: str
    until_on: date
    target: str
    completed_at: datetime | None = None


@dataclass(slots=True)
class Life:
    """The dossier; `answers` are the values as JSON, `head` the last link's number and hash."""

    birth: Birth
    code: str
    values: dict[str, Any]
    answers: str
    case: Case
    links: list[audit.Link] = field(default_factory=list)
    head: tuple[int, bytes] = (0, audit.GENESIS)
    done: Counter[str] = field(default_factory=Counter)
    wanted: Wanted | None = None
    asked: list[Asked] = field(default_factory=list)
    stars: int | None = None
    rated_at: datetime | None = None
    paid_at: datetime | None = None
    cashier: Doer | None = None

    def act(self, act: str, by: Doer, at: datetime, payload: Mapping[str, Any]) -> None:
        """Let one act happen: the state moves as a replay of the log would move it."""
        before = self.case
        self.case = replay.after(before, at, act, payload)
        if _clock(self.case) != _clock(before):
            self.case = ledger.with_dues(self.case)
        self.log(act, by, at, {**payload, **traces(before, self.case, at, by[1])})
        self.done[act] += 1

    def log(self, act: str, by: Doer, at: datetime, payload: Mapping[str, Any]) -> None:
        """Forge the link of an act."""
        link = audit.link(
            chain=chain_of(self.code), after=self.head, at=at, act=act, actor=by[0], post=by[1],
            payload={**payload, "step": self.case.step, "status": self.case.status},
        )  # fmt: skip
        self.head = (link.seq, link.hash)
        self.links.append(link)


def born(birth: Birth, code: str, by: Doer) -> Life:
    """Return the dossier just submitted."""
    values = birth.person.into(birth.stock.values)
    answers = audit.canonical(values)
    opening = {
        "version": birth.stock.version.id,
        "channel": int(birth.channel),
        "receiving_unit": birth.receiving.id,
        "competent_unit": birth.agency.id,
        "return_unit": birth.receiving.id,
        "answers_sha256": sha256(answers.encode()).hexdigest(),
    }
    life = Life(birth, code, values, answers, replay.opened(code, birth.at, opening))
    life.log("submit", by, birth.at, {**opening, **traces(None, life.case, birth.at, by[1])})
    return life


def _clock(case: Case) -> tuple[object, ...]:
    """Return what the due dates follow from."""
    return case.received_at, case.pauses, case.extension


def minutes_of(random: Random, least: int, most: int) -> int:
    """Return a number of minutes between two bounds, short ones oftener."""
    return least + int((most - least) * random.random() ** 1.5)
