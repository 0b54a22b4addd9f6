# SPDX-License-Identifier: Apache-2.0
"""What `motcua up` tells when everything runs: addresses and demonstration accounts."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.kit import datafiles
from motcua.kit.env import Env
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_


def tell(env: Env, terminal: Terminal) -> None:
    """Say where the system is and, in a demonstration, with which accounts to enter."""
    terminal.say("")
    terminal.say(N_("Ready: %(address)s"), address=env.public_url)
    terminal.say(N_("  officials sign in at %(address)s/desk/"), address=env.public_url)
    terminal.say("")
    if env.demo:
        _tell_accounts(terminal)
    terminal.say(N_("Logs: %(path)s   Ctrl-C stops everything."), path=env.log_root)


def _tell_accounts(terminal: Terminal) -> None:
    """List the officials with a story and one citizen; all are invented."""
    words = datafiles.read_yaml("demo/demo.yaml")
    terminal.say(
        N_("Demonstration accounts of invented officials, password %(word)s:"),
        word=words["password"],
    )
    for name, title, unit in _officials(terminal.language):
        terminal.say("  %(name)-12s %(title)s, %(unit)s", name=name, title=title, unit=unit)
    citizen = next(row for row in datafiles.read_csv("demo/citizens.csv") if row["hero"] == "1")
    terminal.say(
        N_("A citizen at the VNeID stand-in: %(number)s, passcode %(word)s"),
        number=citizen["personal_id"],
        word=words["vneid_passcode"],
    )
    terminal.say("")


def _officials(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield sign-in name, title and first unit of those who have a part in the stories."""
    units = {row["id"]: row[f"name_{language}"] for row in datafiles.read_csv("units/agencies.csv")}
    told: set[str] = set()
    for row in datafiles.read_csv("demo/officials.csv"):
        if row["hero"] == "1" and row["sign_in"] not in told:
            told.add(row["sign_in"])
            yield row["sign_in"], row[f"title_{language}"], units[row["unit_id"]]
