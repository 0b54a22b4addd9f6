# SPDX-License-Identifier: Apache-2.0
"""The supervisor restarts who died, with growing pauses, and stops all in order."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.kit import supervisor as kept
from motcua.kit.processes import Child, wait_until
from motcua.kit.supervisor import Supervisor, how_ended, trim

LASTING = "import time; time.sleep(120)"


class Said(list[str]):
    """What the supervisor told."""

    def __call__(self, sentence: str, **params: object) -> None:
        self.append(sentence % params)


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def keeper(said: Said) -> Iterator[Supervisor]:
    found = Supervisor(said)
    yield found
    found.stop()


def a_child(tmp_path: Path, code: str = LASTING, name: str = "worker") -> Child:
    return Child(
        name=name,
        argv=[sys.executable, "-c", code],
        environ={"PATH": os.environ["PATH"]},
        log=tmp_path / f"{name}.log",
    )


def kill(keeper: Supervisor, name: str = "worker") -> int:
    """Kill a child and return the process it was, once it is dead."""
    pid = keeper.pids()[name]
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    return pid


def test_a_killed_child_is_started_again_and_told_of(
    keeper: Supervisor, said: Said, tmp_path: Path
) -> None:
    keeper.start(a_child(tmp_path))
    first = kill(keeper)
    now = time.monotonic()

    keeper.look(now)
    keeper.look(now + kept.FIRST_PAUSE_SECONDS)

    assert keeper.pids()["worker"] != first
    assert len(said) == 1 and "worker ended (SIGKILL)" in said[0]


def test_nobody_is_started_before_the_pause_is_over(keeper: Supervisor, tmp_path: Path) -> None:
    keeper.start(a_child(tmp_path))
    first = kill(keeper)
    now = time.monotonic()

    keeper.look(now)
    keeper.look(now + kept.FIRST_PAUSE_SECONDS - 0.01)

    assert keeper.pids()["worker"] == first


def test_pauses_double_up_to_the_longest(keeper: Supervisor, said: Said, tmp_path: Path) -> None:
    keeper.start(a_child(tmp_path))
    now = time.monotonic()

    for _ in range(10):
        kill(keeper)
        keeper.look(now)
        keeper.look(now + kept.LONGEST_PAUSE_SECONDS)

    pauses = [float(sentence.rsplit(" ", 2)[1]) for sentence in said]
    assert pauses == [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30.0, 30.0]


def test_a_child_that_was_steady_has_no_failures_behind_it(
    keeper: Supervisor, said: Said, tmp_path: Path
) -> None:
    keeper.start(a_child(tmp_path))
    now = time.monotonic()

    for moment in (now, now + 1000.0):
        kill(keeper)
        keeper.look(moment)
        keeper.look(moment + 1)

    assert all("in 0.2 s" in sentence for sentence in said) and len(said) == 2


def test_a_living_child_is_left_alone(keeper: Supervisor, said: Said, tmp_path: Path) -> None:
    keeper.start(a_child(tmp_path))
    before = keeper.pids()

    keeper.look(time.monotonic() + 1000)

    assert keeper.pids() == before and said == []


def test_the_last_started_is_stopped_first(keeper: Supervisor, tmp_path: Path) -> None:
    notes = tmp_path / "order"
    code = "import signal, sys, time\n"
    code += "def leave(*_):\n    open({notes!r}, 'a').write({name!r} + ' '); sys.exit()\n"
    code += "signal.signal(signal.SIGTERM, leave); print(1, flush=True); time.sleep(60)"
    children = [
        a_child(tmp_path, code.format(notes=str(notes), name=name), name)
        for name in ("postgres", "worker", "web")
    ]
    for child in children:
        keeper.start(child)
    assert wait_until(lambda: all(child.log.stat().st_size for child in children), seconds=20)

    keeper.stop()

    assert notes.read_text().split() == ["web", "worker", "postgres"]
    assert keeper.pids() == {}


def test_orphans_that_fall_to_us_are_reaped(keeper: Supervisor, tmp_path: Path) -> None:
    keeper.start(a_child(tmp_path))
    orphan = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", ""])
    os.waitid(os.P_PID, orphan, os.WEXITED | os.WNOWAIT)

    keeper.look(time.monotonic())

    with pytest.raises(ChildProcessError):
        os.waitpid(orphan, 0)


@pytest.mark.parametrize(
    ("status", "words"), [(0, "exit 0"), (3, "exit 3"), (-9, "SIGKILL"), (-250, "signal 250")]
)
def test_the_end_of_a_process_has_words(status: int, words: str) -> None:
    assert how_ended(status) == words


def test_a_log_that_has_grown_too_long_is_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LOG_LIMIT_BYTES", 10)
    log = tmp_path / "web.log"
    log.write_text("x" * 11)

    trim(log)

    assert log.read_text() == "" and (tmp_path / "web.log.1").read_text() == "x" * 11


def test_a_short_log_and_a_missing_one_stay_as_they_are(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    log.write_text("x")

    trim(log)
    trim(tmp_path / "none.log")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["web.log"]
