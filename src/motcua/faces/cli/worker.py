# SPDX-License-Identifier: Apache-2.0
"""`motcua worker`: does what was put off or goes outside, until it is stopped."""

from __future__ import annotations

import argparse

from django.core.management import call_command

NAME = "worker"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="do long and outside work")
    parser.add_argument("--concurrency", type=int, default=3, help="jobs at once (default: 3)")


def run(args: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; the jobs under way are finished first."""
    call_command("procrastinate", "worker", "--concurrency", str(args.concurrency))
    return 0
