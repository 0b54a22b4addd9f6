# SPDX-License-Identifier: Apache-2.0
"""Compares our workflow engine with SpiffWorkflow, in memory and saving each step in PostgreSQL.

Both walk the same eight steps with one supplement (approval.bpmn is theirs). Rounds alternate,
each figure is the median of its rounds, in steps per second of wall time:

    python bench/engine.py --dsn "host=/tmp/sockets dbname=bench"
"""

from __future__ import annotations

import argparse
import json
import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg.types.json import Jsonb
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from motcua.rules.workflow import Definition, Position, allowed, move, parse, start, status
from motcua.rules.workflow.templates import template

Connection = psycopg.Connection[Any]
Walk = Callable[[int], int]

MODEL = Path(__file__).with_name("approval.bpmn")
STEPS = (
    "receive",
    "hand_over",
    "assign",
    "ask_supplement",
    "resume",
    "propose",
    "approve",
    "return_result",
)
ANSWERS = {"procedure": "1.001193", **{f"answer_{n}": "câu trả lời " * 3 for n in range(15)}}
TABLES = """
drop table if exists bench_engine;
create table bench_engine (
    id bigint generated always as identity primary key,
    step text, back text, version integer not null default 0, answers jsonb, state json
);
"""


class Ours:
    """Our engine: a dossier's state is its position."""

    def __init__(self, connection: Connection | None) -> None:
        self.definition: Definition = parse(template(["tinh"], 2400))
        self.connection = connection

    def in_memory(self, dossiers: int) -> int:
        for _ in range(dossiers):
            place = start(self.definition)
            for action in STEPS:
                place = self.step(place, action)
        return dossiers * len(STEPS)

    def step(self, place: Position, action: str) -> Position:
        """What an officer's click asks: what is possible, where it leads, the new status."""
        if action not in allowed(self.definition, place):
            raise AssertionError(action)
        place = move(self.definition, place, action)
        status(self.definition, place)
        return place

    def persisted(self, dossiers: int) -> int:
        db = self.connection
        assert db is not None
        for _ in range(dossiers):
            row = db.execute(
                "insert into bench_engine (step, answers) values (%s, %s) returning id",
                (start(self.definition).step, Jsonb(ANSWERS)),
            ).fetchone()
            assert row is not None
            for action in STEPS:
                self._saved_step(db, row[0], action)
        return dossiers * len(STEPS)

    def _saved_step(self, db: Connection, dossier: int, action: str) -> None:
        row = db.execute(
            "select step, back, version from bench_engine where id = %s", (dossier,)
        ).fetchone()
        assert row is not None
        place = self.step(Position(row[0], row[1]), action)
        db.execute(
            "update bench_engine set step = %s, back = %s, version = version + 1"
            " where id = %s and version = %s",
            (place.step, place.back, dossier, row[2]),
        )

    def state_bytes(self) -> int:
        """The largest position of the walk, as JSON."""
        place, largest = start(self.definition), 0
        for action in STEPS:
            place = move(self.definition, place, action)
            largest = max(largest, len(json.dumps(place)))
        return largest


class Theirs:
    """SpiffWorkflow: a dossier's state is the tree of its tasks.

    It is kept as json, not jsonb: the library needs the order of its keys.
    """

    def __init__(self, connection: Connection | None) -> None:
        parser = BpmnParser()
        parser.add_bpmn_file(str(MODEL))
        self.spec = parser.get_spec("approval")
        self.connection = connection
        self.serializer = BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure())
        self.shared = {"spec": self.spec, "subprocess_specs": {}}
        self.sizes: list[int] = []

    def in_memory(self, dossiers: int) -> int:
        return sum(1 for _ in range(dossiers) for _ in self._walk(self._begin()))

    def persisted(self, dossiers: int) -> int:
        """Saving the model with each dossier, as the library does by itself."""
        return sum(self._saved_walk(frozenset()) for _ in range(dossiers))

    def persisted_apart(self, dossiers: int) -> int:
        """Keeping the model once, parsed, beside the dossiers."""
        return sum(self._saved_walk(frozenset(self.shared)) for _ in range(dossiers))

    def _begin(self) -> BpmnWorkflow:
        workflow = BpmnWorkflow(self.spec)
        workflow.do_engine_steps()
        return workflow

    def _walk(self, workflow: BpmnWorkflow) -> Iterator[None]:
        while not workflow.is_completed():
            self._step(workflow)
            yield

    def _step(self, workflow: BpmnWorkflow) -> None:
        task = workflow.get_tasks(state=TaskState.READY, manual=True)[0]
        if task.task_spec.bpmn_id == "receive":
            task.data.update(ANSWERS)
        if task.task_spec.bpmn_id == "appraise":
            task.data["is_incomplete"] = "is_incomplete" not in task.data
        task.run()
        workflow.do_engine_steps()
        workflow.refresh_waiting_tasks()

    def _saved_walk(self, left_out: frozenset[str]) -> int:
        db = self.connection
        assert db is not None
        row = db.execute(
            "insert into bench_engine (state) values (%s) returning id",
            (self._written(self._begin(), left_out),),
        ).fetchone()
        assert row is not None
        steps, completed = 0, False
        while not completed:
            completed = self._saved_step(db, row[0], left_out)
            steps += 1
        return steps

    def _saved_step(self, db: Connection, dossier: int, left_out: frozenset[str]) -> bool:
        row = db.execute("select state::text from bench_engine where id = %s", (dossier,))
        state = json.loads(row.fetchone()[0])  # type: ignore[index]
        workflow = self.serializer.from_dict(state | {k: self.shared[k] for k in left_out})
        self._step(workflow)
        written = self._written(workflow, left_out)
        db.execute("update bench_engine set state = %s where id = %s", (written, dossier))
        return bool(workflow.is_completed())

    def _written(self, workflow: BpmnWorkflow, left_out: frozenset[str]) -> str:
        state = self.serializer.to_dict(workflow)
        text = json.dumps({key: part for key, part in state.items() if key not in left_out})
        self.sizes.append(len(text))
        return text


def measured(walks: Mapping[str, tuple[Walk, int]], rounds: int) -> dict[str, list[float]]:
    """Run each walk once a round, in turn; give the steps per second of every round."""
    rates: dict[str, list[float]] = {name: [] for name in walks}
    for _ in range(rounds):
        for name, (walk, dossiers) in walks.items():
            began = time.perf_counter()
            steps = walk(dossiers)
            rates[name].append(steps / (time.perf_counter() - began))
    return rates


def report(rates: Mapping[str, list[float]], ours: Ours, theirs: Theirs) -> dict[str, Any]:
    median = {name: statistics.median(each) for name, each in rates.items()}
    result: dict[str, Any] = {
        "steps_per_second": {name: round(rate, 1) for name, rate in median.items()},
        "spread": {
            name: [round(min(each), 1), round(max(each), 1)] for name, each in rates.items()
        },
        "state_bytes": {"ours": ours.state_bytes()},
        "ratios": {"memory": round(median["ours_memory"] / median["spiff_memory"], 1)},
    }
    if "spiff_persisted" in median:
        best = max(median["spiff_persisted"], median["spiff_persisted_apart"])
        result["state_bytes"]["spiff"] = [min(theirs.sizes), max(theirs.sizes)]
        result["ratios"]["pure_to_persisted"] = round(median["ours_memory"] / best, 1)
        result["ratios"]["persisted"] = round(median["ours_persisted"] / best, 1)
    return result


def compared(connection: Connection | None, dossiers: int, rounds: int) -> dict[str, Any]:
    ours, theirs = Ours(connection), Theirs(connection)
    walks: dict[str, tuple[Walk, int]] = {
        "ours_memory": (ours.in_memory, dossiers * 500),
        "spiff_memory": (theirs.in_memory, dossiers * 2),
    }
    if connection is not None:
        connection.execute(TABLES)
        walks |= {
            "ours_persisted": (ours.persisted, dossiers * 4),
            "spiff_persisted": (theirs.persisted, dossiers),
            "spiff_persisted_apart": (theirs.persisted_apart, dossiers),
        }
    return report(measured(walks, rounds), ours, theirs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dsn", help="a psycopg DSN; without it nothing is saved")
    parser.add_argument("--dossiers", type=int, default=20, help="saved dossiers a round")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    if args.dsn is None:
        result = compared(None, args.dossiers, args.rounds)
    else:
        with psycopg.connect(args.dsn, autocommit=True) as connection:
            result = compared(connection, args.dossiers, args.rounds)
            connection.execute("drop table bench_engine")
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
