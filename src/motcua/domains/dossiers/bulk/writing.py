# SPDX-License-Identifier: Apache-2.0
"""Invents dossiers batch by batch and writes each batch whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from motcua.domains.dossiers.acts.learn_names import learn_names
from motcua.domains.dossiers.bulk import rows
from motcua.domains.dossiers.bulk.cast import Cast
from motcua.domains.dossiers.bulk.life import Birth, Life
from motcua.domains.dossiers.bulk.persons import Person, Register
from motcua.domains.dossiers.bulk.stock import Stock, stocks
from motcua.domains.dossiers.bulk.story import Storyteller
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Channel
from motcua.domains.dossiers.queries.facts import FactRow
from motcua.domains.dossiers.result_paper import specimen
from motcua.domains.payments.bulk import Charge, write_charges
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.domains.vault import bulk as vault
from motcua.kit import audit
from motcua.kit.clock import VN
from motcua.kit.copying import next_ids, reserve
from motcua.rules import numbering
from motcua.rules.worktime import add_working_minutes

BATCH = 2_000
SPAN_DAYS = 400
PERSONS_MOST = 20_000
AUTHORED_SHARE = 0.6
CHANNELS = (Channel.ONLINE, Channel.ONLINE, Channel.ONLINE, Channel.COUNTER, Channel.POST)
PACES = (0.4, 0.6, 0.6, 0.8, 0.8, 0.9, 0.9, 1.0, 1.0, 4.0)
NUMBERS = (
    'INSERT INTO dossiers_daycounter AS c (agency_code, "on", last)'
    " SELECT * FROM unnest(%s::text[], %s::date[], %s::int[])"
    ' ON CONFLICT (agency_code, "on") DO UPDATE SET last = c.last + excluded.last'
    ' RETURNING agency_code, "on", last'
)


@dataclass(frozen=True, slots=True)
class Written:
    """The facts of one batch, and which of its dossiers had something to pay."""

    facts: list[FactRow]
    obliged: list[bool]


class Inventor:
    """Invents dossiers up to a moment; the same seed and moment give the same dossiers."""

    def __init__(self, *, dossiers: int, seed: int, until: datetime) -> None:
        self._random = Random(seed)  # noqa: S311
        self._until = until
        on = until.astimezone(VN).date()
        self._authored, self._generated = stocks(on)
        register = Register()
        persons = max(1, min(dossiers // 3, PERSONS_MOST))
        self._persons: list[Person] = [register.draw(self._random) for _ in range(persons)]
        others = [unit.id for unit in units.agencies() if unit.kind == "department"]
        self._stories = Storyteller(cast=Cast(on), others=others, until=until, random=self._random)
        self._file_id = vault.store_result(specimen(), until)

    def write(self, count: int) -> Written:
        """Invent and write `count` dossiers in the caller's transaction."""
        lives = self._lives(count)
        charges = [charge for _, life in lives if (charge := _charge(life)) is not None]
        rows.write(lives, self._results([life for _, life in lives]))
        audit.copy_links(link for _, life in lives for link in life.links)
        write_charges(charges)
        owing = {charge.dossier_code for charge in charges if charge.quote.total_vnd}
        learn_names(codes=[life.code for _, life in lives])
        facts = [rows.fact(life) for _, life in lives]
        return Written(facts, [life.code in owing for _, life in lives])

    def _lives(self, count: int) -> list[tuple[int, Life]]:
        births = sorted((self._birth() for _ in range(count)), key=lambda birth: birth.at)
        numbers = next_ids(Dossier._meta.db_table, count)
        told = map(self._stories.tell, births, _codes(births))
        return list(zip(numbers, told, strict=True))

    def _birth(self) -> Birth:
        random = self._random
        authored = random.random() < AUTHORED_SHARE
        first, other = (self._authored, self._generated)[:: 1 if authored else -1]
        stock: Stock = random.choice(first or other)
        agency = random.choice(stock.agencies)
        receiving = units.agency(agency.one_stop_id) if agency.one_stop_id else agency
        channel = random.choice(CHANNELS)
        return Birth(
            stock, agency, receiving, channel, random.choice(self._persons),
            self._submission(stock, receiving, channel), random.choice(PACES),
        )  # fmt: skip

    def _submission(self, stock: Stock, receiving: AgencyCard, channel: Channel) -> datetime:
        """Return a whole minute; younger dossiers are more, those at counters in working time."""
        random = self._random
        minutes = int(SPAN_DAYS * 24 * 60 * random.random() ** 2) + 24 * 60
        first = datetime.combine(stock.version.valid_from, time(7, 0), VN)
        at = max(self._until - timedelta(minutes=minutes), first).astimezone(VN)
        if channel is Channel.ONLINE:
            return at
        return add_working_minutes(at, random.randint(1, 60), units.work_calendar(receiving.id))

    def _results(self, lives: Sequence[Life]) -> dict[str, int]:
        decided = [
            life
            for life in lives
            if life.case.status in rows.DECIDED and life.birth.stock.version.result
        ]
        results = [
            vault.Result(
                life.birth.stock.version.title["vi"], life.birth.person.personal_id, life.code,
                life.case.ended_at or self._until,
            )
            for life in decided
        ]  # fmt: skip
        ids = vault.write_results(results, file_id=self._file_id)
        return {life.code: paper_id for life, paper_id in zip(decided, ids, strict=True)}


def batches(total: int) -> Iterator[int]:
    """Yield the sizes of the batches that make up a total."""
    for begun in range(0, total, BATCH):
        yield min(BATCH, total - begun)


def _codes(births: Sequence[Birth]) -> Iterator[str]:
    """Take the numbers of the days and yield a code for each, in order."""
    keys: list[tuple[str, date]] = [
        (birth.receiving.code, birth.at.astimezone(VN).date()) for birth in births
    ]
    last = reserve(NUMBERS, ((*key, count) for key, count in Counter(keys).items()))
    for key in keys:
        last[key] += 1
        yield numbering.dossier_code(*key, last[key])


def _charge(life: Life) -> Charge | None:
    received_at = life.case.received_at
    if received_at is None:
        return None
    birth = life.birth
    quote = birth.stock.quote(int(birth.channel), received_at.astimezone(VN).date())
    cashier, post = life.cashier or (None, None)
    return Charge(
        life.code, life.case.competent_unit_id, quote, received_at, life.paid_at, cashier, post
    )
