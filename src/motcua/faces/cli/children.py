# SPDX-License-Identifier: Apache-2.0
"""Which processes the system consists of, besides the database, and how each is started."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from motcua.kit.env import Env
from motcua.kit.premises import MARK
from motcua.kit.processes import Child, dies_with_parent, stop
from motcua.kit.refusal import Refusal
from motcua.kit.supervisor import LOOK_SECONDS, Supervisor
from motcua.rules.words import N_

ANSWER_SECONDS = 60.0
WEB_WORKERS = 2
WEB_THREADS = 2  # a worker answers this many requests at once, each with a database connection
WEB_BACKLOG = 4096
# The C library's own first value, stated: otherwise the first password check, which needs 100 MB
# for a moment, raises it, and from then on each process keeps up to 64 MB that it has freed.
TRIM_BYTES = 128 * 1024
MOTCUA = (sys.executable, "-m", "motcua.faces.cli")
VNEID = (sys.executable, "-m", "motcua.partners.vneid.sandbox")
MESSAGES = (sys.executable, "-m", "motcua.partners.messaging.sandbox")
PAYMENTS = (sys.executable, "-m", "motcua.partners.payment_gateway.sandbox")


class Unprepared(Exception):  # noqa: N818
    """The preparation failed and has told the person why."""


class Children:
    """The children of one running system; all get the same environment."""

    def __init__(self, env: Env, database: str) -> None:
        self.env = env
        self.environ: Mapping[str, str] = {
            **os.environ,
            "DATABASE_URL": database,
            "MOTCUA_STATE": str(env.state),
            "PORT": str(env.port),
            "VNEID_PORT": str(env.vneid_port),
            "PAYMENT_PORT": str(env.payment_port),
            "MESSAGING_PORT": str(env.messaging_port),
            "MALLOC_TRIM_THRESHOLD_": str(TRIM_BYTES),
            "PYTHONUNBUFFERED": "1",
            MARK: str(env.state),
        }

    def prepare(self) -> None:
        """Run `motcua prepare` in this terminal. Raises `Unprepared`."""
        child = self._child("prepare", *MOTCUA, "prepare")
        process = subprocess.Popen(
            child.argv,
            env=child.environ,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            preexec_fn=dies_with_parent(child.stop_signal),
        )
        try:
            failed = process.wait()
        except BaseException:
            stop(process, child)
            raise
        if failed:
            raise Unprepared

    def lasting(self) -> Iterator[Child]:
        """Yield the processes that run as long as the system does."""
        if self.env.demo:
            yield self._child("vneid", *VNEID, "--port", str(self.env.vneid_port))
            yield self._child("payments", *PAYMENTS, "--port", str(self.env.payment_port))
            yield self._child("messages", *MESSAGES, "--port", str(self.env.messaging_port))
        yield self._child("worker", *MOTCUA, "worker")
        yield self._child("relay", *MOTCUA, "relay")
        yield self._child("web", *self._web())

    def wait_for_answer(self, supervisor: Supervisor) -> None:
        """Return once the first page answers 200. Raises `Refusal`."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while self._status() != http.client.OK:
            supervisor.look(time.monotonic())
            if time.monotonic() > deadline:
                log = self.env.log_root / "web.log"
                raise Refusal(N_("The pages do not answer; the reason is in %(path)s."), path=log)
            time.sleep(LOOK_SECONDS)

    def _status(self) -> int:
        """Return the status of the first page, 0 when nobody answers."""
        headers = {"Host": self.env.hosts[0], "X-Forwarded-Proto": "https"}
        connection = http.client.HTTPConnection(self.env.bind, self.env.port, timeout=5)
        try:
            connection.request("GET", "/", headers=headers)
            return connection.getresponse().status
        except OSError:
            return 0
        finally:
            connection.close()

    def _web(self) -> Iterator[str]:
        options = {
            "--interface": "wsgi",
            "--host": self.env.bind,
            "--port": self.env.port,
            "--workers": WEB_WORKERS,
            "--blocking-threads": WEB_THREADS,
            "--blocking-threads-idle-timeout": 600,
            "--backlog": WEB_BACKLOG,
            "--workers-kill-timeout": 10,
            "--log-level": "warning",
        }
        yield from (sys.executable, "-m", "granian", "--respawn-failed-workers")
        for name, value in options.items():
            yield from (name, str(value))
        yield "motcua.config.wsgi:application"

    def _child(self, name: str, *argv: str) -> Child:
        return Child(
            name=name,
            argv=argv,
            environ=self.environ,
            log=self.env.log_root / f"{name}.log",
            cwd=self.env.checkout,
        )
