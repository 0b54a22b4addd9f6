# SPDX-License-Identifier: Apache-2.0
"""`motcua prepare`: brings database, static files and reference data up to date."""

from __future__ import annotations

import argparse
from pkgutil import resolve_name

from django.conf import settings

from motcua.kit import clock, premises, schema, statics
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "prepare"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    subparsers.add_parser(NAME, help="bring database, static files and reference data up to date")


def run(args: argparse.Namespace) -> int:
    """Do what is not done yet; the second run finds nothing to do and is quick."""
    terminal = Terminal()
    env = settings.ENV
    with terminal.stage(N_("Checking the database")):
        schema.check(env.database)
    with schema.alone(), premises.disk_refusals(env.state):
        if schema.is_behind():
            with terminal.stage(N_("Bringing the tables up to date")):
                schema.migrate()
        if statics.is_behind():
            with terminal.stage(N_("Collecting static files")):
                statics.collect()
        for title, path in settings.SETUP:
            with terminal.stage(title):
                resolve_name(path)(at=clock.now())
    return 0
