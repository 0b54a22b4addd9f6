# SPDX-License-Identifier: Apache-2.0
"""Starting and stopping child processes so that none outlives its parent."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_LIBC = ctypes.CDLL(None)


@dataclass(frozen=True, slots=True)
class Owner:
    """The system account a child runs as when the parent is root."""

    uid: int
    gid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """How to start and stop one process; `log` receives its standard output and error."""

    name: str
    argv: Sequence[str | Path]
    environ: Mapping[str, str] = field(repr=False)
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM
    stop_seconds: float = 10.0
    owner: Owner | None = None
    cwd: Path = Path("/")


def spawn(child: Child) -> subprocess.Popen[bytes]:
    """Start `child` in a session of its own; it is told to stop when this process dies."""
    with open_log(child.log) as log:
        return subprocess.Popen(
            list(child.argv),
            env=dict(child.environ),
            cwd=child.cwd,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            user=child.owner.uid if child.owner else None,
            group=child.owner.gid if child.owner else None,
            extra_groups=[] if child.owner else None,
            preexec_fn=dies_with_parent(child.stop_signal),
        )


def open_log(path: Path) -> IO[bytes]:
    """Open a log for appending, readable by its owner only."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab")


def open_private(path: Path) -> IO[str]:
    """Open a new small file for writing that only its owner may read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", -1, "utf-8")


def dies_with_parent(sent: signal.Signals) -> Callable[[], None]:
    """Return what a new child runs first: have `sent` delivered when its parent dies."""
    parent = os.getpid()

    def first() -> None:
        _LIBC.prctl(PR_SET_PDEATHSIG, int(sent))
        if os.getppid() != parent:
            os._exit(1)

    return first


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose own parent dies, so that they can be reaped."""
    _LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1)


def stop(process: subprocess.Popen[bytes], child: Child) -> None:
    """Ask `process` to stop, insist after `stop_seconds`, and leave nobody of its group."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            process.send_signal(child.stop_signal)
        with suppress(subprocess.TimeoutExpired):
            process.wait(child.stop_seconds)
    end_group(process.pid)
    process.wait()


def end_group(leader: int) -> None:
    """Kill what is left of the process group that `leader` led."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def wait_until(met: Callable[[], bool], *, seconds: float, every: float = 0.05) -> bool:
    """Poll `met` until it holds or `seconds` are over; return whether it held."""
    deadline = time.monotonic() + seconds
    while not met():
        if time.monotonic() >= deadline:
            return False
        time.sleep(every)
    return True
