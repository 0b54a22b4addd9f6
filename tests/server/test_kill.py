# SPDX-License-Identifier: Apache-2.0
"""A kill -9 of any one process loses nothing, and the system recovers by itself or at its start."""

from __future__ import annotations

import signal
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from motcua.kit.processes import wait_until
from tests.server.running import RECOVERY_SECONDS, System, call, gone

pytestmark = pytest.mark.server
CHILDREN = {
    "postgres": "/bin/postgres",
    "vneid": "motcua.partners.vneid.sandbox",
    "worker": "worker",
    "relay": "relay",
    "web": "granian",
}


@pytest.fixture(scope="module")
def system(state: Path) -> Iterator[System]:
    started = System(state).start()
    with started.database() as connected:
        connected.execute("CREATE TABLE witness (n int PRIMARY KEY)")
        connected.execute("INSERT INTO witness SELECT generate_series(1, 1000)")
    yield started
    if started.process.poll() is None:
        started.stop()


def witnesses(system: System) -> int:
    """Count the rows that were committed at the beginning, once the database answers."""
    counted: list[int] = []

    def count() -> bool:
        with suppress(psycopg.OperationalError), system.database() as connected:
            counted.extend(connected.execute("SELECT count(*) FROM witness").fetchone() or ())
        return bool(counted)

    assert wait_until(count, seconds=RECOVERY_SECONDS)
    return counted[0]


def restarted(system: System, name: str, before: Collection[int]) -> bool:
    """Wait until a child that was not there before lives.

    The orphans of a killed web server are the supervisor's own children for a moment.
    """

    def replaced() -> bool:
        found = system.find(CHILDREN[name], before)
        return found is not None and not gone(found)

    return wait_until(replaced, seconds=RECOVERY_SECONDS)


def queued(system: System) -> int:
    """Put an event that nobody hears into the outbox, as an act does; return its number."""
    with system.database() as connected:
        row = connected.execute(
            "INSERT INTO kit_outboxevent (topic, subject, payload, at, state, attempts, error)"
            " VALUES ('Planted', 'planted', '{}', now(), 0, 0, '') RETURNING id"
        ).fetchone()
    assert row
    return int(row[0])


def told(system: System, event: int) -> bool:
    with system.database() as connected:
        found = connected.execute("SELECT state FROM kit_outboxevent WHERE id = %s", [event])
        row = found.fetchone()
    return row is None or row[0] != 0


@pytest.mark.parametrize("name", CHILDREN)
def test_a_killed_child_is_replaced_and_nothing_is_lost(system: System, name: str) -> None:
    found = system.find(CHILDREN[name])
    assert found

    before = {process.pid for process in system.everybody()}
    found.kill()

    assert restarted(system, name, before)
    assert system.recovers(), system.told + system.last_words()
    assert witnesses(system) == 1000
    assert wait_until(lambda: f"{name} ended (SIGKILL)" in system.told, seconds=5)


def test_a_killed_web_worker_is_replaced(system: System) -> None:
    web = system.find(CHILDREN["web"])
    assert web
    victim = web.children()[-1]

    victim.kill()

    assert wait_until(lambda: gone(victim), seconds=10)
    assert system.recovers(), system.told + system.last_words()


def test_an_event_written_while_the_relay_is_dead_is_told_later(system: System) -> None:
    relay = system.find(CHILDREN["relay"])
    assert relay
    relay.kill()
    event = queued(system)

    assert wait_until(lambda: told(system, event), seconds=RECOVERY_SECONDS, every=0.2)


def test_a_second_start_from_the_same_folder_is_refused(system: System, state: Path) -> None:
    second = call("up", "--port", str(system.port + 2), state=state)

    assert second.returncode == 1
    assert f"already running from this folder, at http://localhost:{system.port}" in second.stderr
    assert second.stderr.count("\n") == 1
    assert system.answers()


def test_other_terminals_find_the_running_database(system: System, state: Path) -> None:
    listed = call("manage", "showmigrations", "kit", state=state)

    assert listed.returncode == 0, listed.stderr
    assert "[X] 0001" in listed.stdout


def test_nobody_outlives_a_killed_supervisor_and_the_next_start_continues(system: System) -> None:
    before = system.everybody()

    system.kill()

    _, alive = psutil.wait_procs(before, timeout=RECOVERY_SECONDS)
    assert [process.cmdline() for process in alive if not gone(process)] == []
    system.start()
    assert system.answers() and witnesses(system) == 1000


def test_a_start_right_after_a_kill_of_everything_recovers(system: System) -> None:
    for process in [*system.everybody(), psutil.Process(system.process.pid)]:
        process.kill()
    system.process.wait()

    system.start()

    assert system.answers() and witnesses(system) == 1000


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_orderly_stop_ends_everybody_and_the_next_start_continues(
    system: System, sent: signal.Signals
) -> None:
    before = system.everybody()

    status = system.stop(sent)

    assert status == 0
    assert [process for process in before if not gone(process)] == []
    assert sorted(path.name for path in (system.state / "run").iterdir()) == ["lock"]
    assert "Stopped" in system.told
    system.start()
    assert witnesses(system) == 1000


def test_down_stops_the_system_and_says_so(system: System, state: Path) -> None:
    stopped = call("down", state=state)

    assert (stopped.returncode, stopped.stdout) == (0, "Stopped.\n")
    assert system.process.wait(10) == 0
    again = call("down", state=state)
    assert (again.returncode, again.stdout) == (0, "Nothing is running from this folder.\n")


def test_reset_asks_first_and_then_removes_everything(system: System, state: Path) -> None:
    kept = call("reset", state=state)
    still_there = (state / "identity").exists()
    removed = call("reset", "--yes", state=state)

    assert kept.returncode == 1 and "Nothing was removed." in kept.stdout and still_there
    assert removed.returncode == 0 and list(state.iterdir()) == []
