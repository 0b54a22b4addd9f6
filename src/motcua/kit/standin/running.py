# SPDX-License-Identifier: Apache-2.0
"""Running a stand-in as a program of its own, until it is told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from motcua.kit.env import Env
from motcua.kit.refusal import Refusal
from motcua.kit.standin.server import Application, listen
from motcua.rules.words import N_


@dataclass(frozen=True, slots=True)
class Program:
    """A stand-in: its name, the setting for the port and how far that lies behind PORT.

    `refused` says in production that it runs in a demonstration only.
    """

    name: str
    setting: str
    offset: int
    refused: str
    made: Callable[[Env], Application]

    def main(self, argv: list[str] | None = None) -> int:
        """Serve until SIGTERM or Ctrl-C; 1 with one sentence when that is not possible."""
        parser = argparse.ArgumentParser(prog=self.name)
        parser.add_argument(
            "--port", help=f"port to listen on (default: {self.setting}, else PORT + {self.offset})"
        )
        args = parser.parse_args(argv)
        environ = {**os.environ, **({self.setting: args.port} if args.port else {})}
        try:
            self.serve(Env.read(environ))
        except Refusal as refusal:
            print(refusal, file=sys.stderr)
            return 1
        return 0

    def serve(self, env: Env) -> None:
        """Serve a demonstration. Raises Refusal in production or when the port is taken."""
        if not env.demo:
            raise Refusal(self.refused)
        port = getattr(env, self.setting.lower())
        try:
            server = listen(self.made(env), env.bind, port)
        except OSError as error:
            raise Refusal(
                N_("The port %(port)s is in use by another program."), port=port
            ) from error
        signal.signal(signal.SIGTERM, _stop)
        with server:
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                return


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
