# SPDX-License-Identifier: Apache-2.0
"""One parent for all processes: restarts a child that died, stops all in order."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from motcua.kit.processes import Child, end_group, spawn, stop
from motcua.rules.words import N_

LOOK_SECONDS = 0.1
FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 30.0  # a child that lived this long has no failures behind it
TRIM_SECONDS = 60.0
LOG_LIMIT_BYTES = 20 * 1024 * 1024


class Say(Protocol):
    """Tells the person at the terminal one sentence (an English msgid) with its params."""

    def __call__(self, sentence: str, **params: object) -> None:
        """Say it."""


@dataclass(slots=True)
class Kept:
    """A child with its present process; `due_at` is set while it waits to be started again."""

    child: Child
    process: subprocess.Popen[bytes]
    started_at: float
    failures: int = 0
    due_at: float | None = None


class Supervisor:
    """Keeps children alive until told to stop. All moments are monotonic seconds."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._kept: list[Kept] = []
        self._trimmed_at = time.monotonic()

    def start(self, child: Child) -> None:
        """Start a child and keep it."""
        self.adopt(child, spawn(child))

    def adopt(self, child: Child, process: subprocess.Popen[bytes]) -> None:
        """Keep a child that was started before."""
        self._kept.append(Kept(child, process, time.monotonic()))

    def pids(self) -> dict[str, int]:
        """Return the process of every child by its name."""
        return {kept.child.name: kept.process.pid for kept in self._kept}

    def watch(self) -> None:
        """Look after the children for ever; an exception (a signal's) ends it."""
        while True:
            self.look(time.monotonic())
            time.sleep(LOOK_SECONDS)

    def look(self, now: float) -> None:
        """Notice who died, start again whom it is time for, reap orphans, keep logs short."""
        for kept in self._kept:
            if kept.due_at is None and kept.process.poll() is not None:
                self._mourn(kept, now)
            if kept.due_at is not None and kept.due_at <= now:
                kept.process, kept.started_at, kept.due_at = spawn(kept.child), now, None
        self._reap()
        if now - self._trimmed_at > TRIM_SECONDS:
            self._trimmed_at = now
            for kept in self._kept:
                trim(kept.child.log)

    def stop(self) -> None:
        """Stop all children, the last started first."""
        while self._kept:
            kept = self._kept[-1]
            stop(kept.process, kept.child)
            self._kept.pop()

    def _mourn(self, kept: Kept, now: float) -> None:
        end_group(kept.process.pid)
        if now - kept.started_at > STEADY_SECONDS:
            kept.failures = 0
        pause = min(FIRST_PAUSE_SECONDS * 2**kept.failures, LONGEST_PAUSE_SECONDS)
        kept.failures += 1
        kept.due_at = now + pause
        self._say(
            N_("%(clock)s  %(name)s ended (%(how)s); it is started again in %(pause)s s."),
            clock=time.strftime("%H:%M:%S"),
            name=kept.child.name,
            how=how_ended(kept.process.returncode),
            pause=f"{pause:g}",
        )

    def _reap(self) -> None:
        """Take leave of grandchildren that became ours when their own parent died."""
        ours = {kept.process.pid for kept in self._kept}
        with suppress(ChildProcessError):
            while found := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                if found.si_pid in ours:
                    return
                os.waitpid(found.si_pid, 0)


def how_ended(status: int) -> str:
    """Return how a process ended, as a Unix person says it: "exit 1", "SIGKILL"."""
    if status >= 0:
        return f"exit {status}"
    with suppress(ValueError):
        return signal.Signals(-status).name
    return f"signal {-status}"


def trim(log: Path) -> None:
    """Move a log that has grown beyond its limit aside, keeping one older part."""
    with suppress(OSError):
        if log.stat().st_size > LOG_LIMIT_BYTES:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)
