# SPDX-License-Identifier: Apache-2.0
"""`motcua due`: when a dossier is due; needs neither Django, nor a database, nor a server."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from motcua.kit.datafiles import read_yaml
from motcua.kit.refusal import Refusal
from motcua.rules.errors import RuleError
from motcua.rules.worktime import (
    WorkCalendar,
    due,
    parse_limit,
    parse_moment,
    parse_pause,
    work_calendar,
)

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

NAME = "due"
EXAMPLE = """\
example:
  motcua due --received 2026-07-03T10:00 --limit 5wd --pause 2026-07-06T08:00/2026-07-08T14:00

Moments without a zone are Vietnam's (+07:00); seconds may be written.
Limits: Nwd working days, Nwh working hours, Nd days, Nm months, same-day
(received up to 15:00:00 it is due at closing, later at closing of the next working day).
"""


def register(subparsers: Subparsers) -> None:
    """Add the command's options."""
    parser = subparsers.add_parser(
        NAME,
        description="Print when a dossier is due, as ISO 8601 with +07:00.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--received", required=True, metavar="MOMENT", help="when it was received")
    parser.add_argument("--limit", required=True, help="the time limit, such as 5wd")
    parser.add_argument(
        "--pause",
        action="append",
        default=[],
        metavar="START/END",
        help="a stretch in which the clock stood; may be repeated",
    )


def run(options: argparse.Namespace) -> int:
    """Print the due moment; raise `RuleError` for an argument that makes no sense."""
    received_at = parse_moment(options.received)
    limit = parse_limit(options.limit)
    pauses = tuple(parse_pause(text) for text in options.pause)
    calendar = _calendar(received_at.date())
    moment = due(received_at=received_at, limit=limit, calendar=calendar, pauses=pauses)
    print(moment.isoformat())
    return 0


def _calendar(on: date) -> WorkCalendar:
    days, hours = read_yaml("law/holidays.yaml"), read_yaml("law/office_hours.yaml")
    try:
        return work_calendar(days, hours["office_hours"], on=on)
    except RuleError as error:
        raise Refusal(error.sentence, **error.params) from error
