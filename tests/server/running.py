# SPDX-License-Identifier: Apache-2.0
"""A whole system started as a person starts it: `motcua up`, on a folder and a port of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg

from motcua.kit.env import CHECKOUT
from motcua.kit.processes import wait_until

START_SECONDS = 180.0
RECOVERY_SECONDS = 60.0
MOTCUA = (sys.executable, "-m", "motcua.faces.cli")


def free_ports() -> int:
    """Return a port that is free together with the next three, outside the dynamic range.

    Each worker of a test session looks in a lane of its own, or two would choose the same.
    """
    lane = 20000 + 3000 * (int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 4)
    for port in range(lane + os.getpid() % 500 * 4, lane + 3000, 4):
        if all(is_free(port + step) for step in range(4)):
            return port
    raise RuntimeError("no free port")


def is_free(port: int) -> bool:
    """Return whether nobody listens on a port."""
    with socket.socket() as one:
        with suppress(OSError):
            one.bind(("127.0.0.1", port))
            return True
    return False


def environment(state: Path, **more: str) -> dict[str, str]:
    """Return this environment without what other tests or the developer have set."""
    left_out = (
        "MOTCUA_",
        "DATABASE_URL",
        "PORT",
        "LC_",
        "LANG",
        "DJANGO_",
        "SECRET_KEY",
        "VNEID_",
        "PAYMENT_",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    package = os.environ.get("MOTCUA_POSTGRES")
    chosen = {"MOTCUA_POSTGRES": package} if package else {}
    return kept | chosen | {"LANG": "C.UTF-8", "MOTCUA_STATE": str(state)} | more


def call(*words: str, state: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*MOTCUA, *words],
        env=environment(state, **more),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
    )


@dataclass
class System:
    """A running system and what can be seen of it from outside."""

    state: Path
    port: int = field(default_factory=free_ports)
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def told(self) -> str:
        """Return what the terminal shows."""
        return (self.state.parent / "terminal").read_text("utf-8")

    @property
    def url(self) -> str:
        """Return the address of a page that asks the database."""
        return f"http://localhost:{self.port}/thu-tuc?q=khai+sinh"

    def start(self) -> System:
        """Start it and return when it says that it is ready."""
        with open(self.state.parent / "terminal", "wb") as terminal:
            self.process = subprocess.Popen(
                [*MOTCUA, "up", "--port", str(self.port)],
                env=environment(self.state, **self.more),
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=terminal,
                stderr=terminal,
                start_new_session=True,
                preexec_fn=heard,
            )
        wait_until(
            lambda: "Ready: " in self.told or self.process.poll() is not None,
            seconds=START_SECONDS,
            every=0.1,
        )
        assert "Ready: " in self.told, self.told + self.last_words()
        return self

    def stop(self, sent: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and return its exit status."""
        self.process.send_signal(sent)
        return self.process.wait(RECOVERY_SECONDS)

    def kill(self) -> None:
        """Kill the supervisor, as the kernel does when memory runs out."""
        self.process.kill()
        self.process.wait()

    def answers(self) -> bool:
        """Return whether the page answers 200."""
        try:
            with urllib.request.urlopen(self.url, timeout=10) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def recovers(self) -> bool:
        """Wait until the page answers again."""
        return wait_until(self.answers, seconds=RECOVERY_SECONDS, every=0.2)

    def find(self, word: str, besides: Collection[int] = ()) -> psutil.Process | None:
        """Return the supervisor's own child with a word in its command line that ends so."""
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.Error):
                if child.pid not in besides and any(p.endswith(word) for p in child.cmdline()):
                    return child
        return None

    def everybody(self) -> list[psutil.Process]:
        """Return all processes below the supervisor."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def database(self) -> psycopg.Connection:
        """Return a connection of one's own, as another terminal would get it."""
        noted = (self.state / "run" / "database").read_text("utf-8").strip()
        return psycopg.connect(noted, autocommit=True)

    def last_words(self) -> str:
        """Return the last lines of every log, for the message of a failure."""
        logs = sorted((self.state / "log").glob("*.log"))
        return "\n".join(
            f"== {log.name}\n{log.read_text('utf-8', 'replace')[-2000:]}" for log in logs
        )


def heard() -> None:
    """Undo that a shell makes what it runs in the background ignore these signals."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def gone(process: psutil.Process) -> bool:
    """Return whether a process has ended (a zombie has)."""
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
