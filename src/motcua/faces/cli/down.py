# SPDX-License-Identifier: Apache-2.0
"""`motcua down`: stops the system that runs from this folder."""

from __future__ import annotations

import argparse
import os
import signal
from contextlib import suppress

from motcua.kit import premises
from motcua.kit.env import Env, read_text
from motcua.kit.processes import wait_until
from motcua.kit.refusal import Refusal
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "down"
STOP_SECONDS = 60.0


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    subparsers.add_parser(NAME, help="stop the system that runs from this folder")


def run(args: argparse.Namespace) -> int:
    """Ask it to stop and return when it has; 0 too when nothing was running."""
    env = Env.read(os.environ)
    supervisor = read_text(env.run_root / "supervisor")
    if not premises.claimed(env) or supervisor is None:
        Terminal().say(N_("Nothing is running from this folder."))
        return 0
    with suppress(ProcessLookupError):
        os.kill(int(supervisor), signal.SIGTERM)
    if not wait_until(lambda: not premises.claimed(env), seconds=STOP_SECONDS):
        raise Refusal(N_("It does not stop; its process is %(pid)s."), pid=supervisor)
    Terminal().say(N_("Stopped."))
    return 0
