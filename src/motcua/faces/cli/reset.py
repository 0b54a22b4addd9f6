# SPDX-License-Identifier: Apache-2.0
"""`motcua reset`: removes the database and files of this checkout, after asking."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from motcua.kit import premises
from motcua.kit.env import Env
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "reset"
WORD = "reset"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="remove database and files of this folder")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Remove them; 1 when the answer was another word."""
    terminal = Terminal()
    env = Env.read(os.environ)
    found = premises.belongings(env)
    if not found:
        terminal.say(N_("There is nothing to remove."))
        return 0
    with premises.claim(env):
        if not args.yes and not _agreed(terminal, found):
            terminal.say(N_("Nothing was removed."))
            return 1
        premises.remove(found)
    terminal.say(N_("Removed; `make up` begins anew."))
    return 0


def _agreed(terminal: Terminal, found: list[Path]) -> bool:
    """Show what would go, and ask for the word."""
    terminal.say(N_("This removes for ever:"))
    for path in found:
        terminal.say("  %(path)s", path=path)
    terminal.say(N_("Type %(word)s to remove it, anything else to keep it:"), word=WORD)
    return sys.stdin.readline().strip() == WORD
