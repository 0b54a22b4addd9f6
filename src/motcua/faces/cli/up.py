# SPDX-License-Identifier: Apache-2.0
"""`motcua up`: the whole system under one supervisor, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from motcua.faces.cli import welcome
from motcua.faces.cli.children import Children, Unprepared
from motcua.kit import premises
from motcua.kit.env import Env
from motcua.kit.pgplaces import places
from motcua.kit.postgres import Cluster
from motcua.kit.processes import adopt_orphans, open_private
from motcua.kit.supervisor import Supervisor
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "up"
LEFTOVER_PORT_SECONDS = 3.0
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(BaseException):
    """Somebody pressed Ctrl-C, closed the terminal or sent SIGTERM."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(NAME, help="run the whole system until Ctrl-C")
    parser.add_argument("--port", help="port of the pages (default: PORT, else 8000)")


def run(args: argparse.Namespace) -> int:
    """Run the system; 0 after an orderly stop, 1 when the preparation failed."""
    terminal = Terminal()
    environ = {**os.environ, **({"PORT": args.port} if args.port else {})}
    try:
        env = Env.read(environ)
        premises.make_folders(env)
        with premises.claim(env), _stoppable():
            _live(env, terminal)
    except StopAsked:
        terminal.say(N_("Stopped; `make up` continues with the same data."))
    except Unprepared:
        return 1
    return 0


def _live(env: Env, terminal: Terminal) -> None:
    """Start everything, tell where it is, and look after it until somebody asks to stop."""
    _check(env)
    supervisor = Supervisor(terminal.say)
    adopt_orphans()
    try:
        database = env.database_url or _embedded(env, terminal, supervisor)
        _note(env.run_root / "database", database)
        children = Children(env, database)
        children.prepare()
        with terminal.stage(N_("Starting web, worker and relay")):
            for child in children.lasting():
                supervisor.start(child)
            children.wait_for_answer(supervisor)
        _note(env.run_root / "address", env.public_url)
        welcome.tell(env, terminal)
        supervisor.watch()
    finally:
        _ignore_signals()
        supervisor.stop()
        for name in ("address", "database", "supervisor"):
            (env.run_root / name).unlink(missing_ok=True)


def _check(env: Env) -> None:
    """Find out what stands in the way before anything is started."""
    premises.check_space(env.state)
    note = env.run_root / "supervisor"
    crashed = note.exists()
    left = premises.end_leftovers(env.state) if crashed else 0
    _note(note, str(os.getpid()))
    for name, port in env.ports.items():
        premises.check_port(env.bind, port, name, seconds=LEFTOVER_PORT_SECONDS if left else 0.0)
    premises.store_secret(env)


def _embedded(env: Env, terminal: Terminal, supervisor: Supervisor) -> str:
    """Start the embedded cluster, making it first if need be; return its address."""
    with premises.disk_refusals(env.state):
        cluster = Cluster(
            places(env.state, package=env.postgres_package), env.log_root / "postgres.log"
        )
        premises.check_space(cluster.places.home)
        if not cluster.exists():
            with terminal.stage(N_("Making the database cluster")):
                cluster.create()
        with terminal.stage(N_("Starting PostgreSQL")):
            supervisor.adopt(cluster.child(), cluster.start())
            cluster.prepare()
    return cluster.url()


def _note(path: Path, text: str) -> None:
    with premises.disk_refusals(path), open_private(path) as file:
        file.write(text + "\n")


@contextmanager
def _stoppable() -> Iterator[None]:
    """Raise `StopAsked` at the first signal to stop; one ignored from outside stays ignored."""

    def raise_it(number: int, frame: FrameType | None) -> None:
        _ignore_signals()
        raise StopAsked

    before = {sent: signal.getsignal(sent) for sent in STOPPING}
    for sent, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(sent, raise_it)
    try:
        yield
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)


def _ignore_signals() -> None:
    """Let nothing disturb the orderly stop, which takes seconds."""
    for sent in STOPPING:
        signal.signal(sent, signal.SIG_IGN)
