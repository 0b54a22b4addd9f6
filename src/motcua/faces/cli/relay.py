# SPDX-License-Identifier: Apache-2.0
"""`motcua relay`: tells the events of the outbox to their handlers, until it is stopped."""

from __future__ import annotations

import argparse
import signal
import threading

from django.conf import settings

from motcua.kit import relay

NAME = "relay"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    subparsers.add_parser(NAME, help="tell events from the outbox to their handlers")


def run(args: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; the batch under way is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    wiring = relay.wired(settings.EVENT_HANDLERS, settings.EVENT_FOLDERS)
    relay.run(wiring, stop=stop.is_set)
    return 0
