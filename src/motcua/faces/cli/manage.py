# SPDX-License-Identifier: Apache-2.0
"""`motcua manage`: Django's own commands, for developers and operators."""

from __future__ import annotations

import argparse

from django.core.management import execute_from_command_line

NAME = "manage"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="run a command of Django", add_help=False)
    parser.add_argument("words", nargs=argparse.REMAINDER)


def run(args: argparse.Namespace) -> int:
    """Run it; Django tells what is wrong and leaves by itself."""
    execute_from_command_line(["motcua manage", *args.words])
    return 0
