# SPDX-License-Identifier: Apache-2.0
"""What `motcua up` tells when everything runs: addresses and demonstration accounts."""

from __future__ import annotations

from motcua.kit import datafiles
from motcua.kit.env import Env
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_


def tell(env: Env, terminal: Terminal) -> None:
    """Say where the system is and, in a demonstration, with which accounts to enter."""
    terminal.say("")
    terminal.say(N_("Ready: %(address)s"), address=env.public_url)
    terminal.say(N_("  officials sign in at %(address)s/desk"), address=env.public_url)
    if env.demo:
        _tell_accounts(terminal)
    terminal.say(N_("Logs: %(path)s   Ctrl-C stops everything."), path=env.log_root)


def _tell_accounts(terminal: Terminal) -> None:
    """List one official of each role and one citizen; all are invented."""
    password = datafiles.read_yaml("demo/demo.yaml")["password"]
    terminal.say("")
    terminal.say(N_("Demonstration accounts (invented people), password %(word)s:"), word=password)
    told: set[str] = set()
    for row in datafiles.read_csv("demo/officials.csv"):
        if row["hero"] == "1" and row["role"] not in told:
            told.add(row["role"])
            title = row["title_vi"] if terminal.language == "vi" else row["title_en"]
            terminal.say("  %(name)-12s %(title)s", name=row["sign_in"], title=title)
    citizen = next(row for row in datafiles.read_csv("demo/citizens.csv") if row["hero"] == "1")
    terminal.say(N_("  %(id)s a citizen, through the VNeID stand-in"), id=citizen["personal_id"])
    terminal.say("")
