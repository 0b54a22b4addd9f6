# SPDX-License-Identifier: Apache-2.0
"""The table of commands: where each is, what it is for, whether it needs Django set up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Command:
    """One command; with `django` its module is imported after Django has been set up."""

    module: str
    purpose: str
    django: bool


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "account": Command(
            "motcua.faces.cli.account", "open, unlock or re-key an account", django=True
        ),
        "due": Command("motcua.faces.cli.due", "print when a dossier is due", django=False),
        "up": Command("motcua.faces.cli.up", "run the whole system", django=False),
        "down": Command("motcua.faces.cli.down", "stop the running system", django=False),
        "reset": Command("motcua.faces.cli.reset", "remove all it has stored", django=False),
        "prepare": Command(
            "motcua.faces.cli.prepare", "bring the database up to date", django=True
        ),
        "worker": Command("motcua.faces.cli.worker", "do long and outside work", django=True),
        "manage": Command("motcua.faces.cli.manage", "run a command of Django", django=True),
        "print": Command("motcua.faces.cli.print", "write an official form as PDF", django=True),
        "procedures": Command(
            "motcua.faces.cli.procedures", "check the configured procedures", django=True
        ),
        "relay": Command("motcua.faces.cli.relay", "tell events to their handlers", django=True),
        "seed": Command("motcua.faces.cli.seed", "invent dossiers by the thousand", django=True),
        "token": Command("motcua.faces.cli.token", "give a client a token", django=True),
        "walk": Command("motcua.faces.cli.walk", "take a dossier from end to end", django=False),
        "reconcile": Command(
            "motcua.faces.cli.reconcile", "compare a bank's file with the ledger", django=True
        ),
        "vietqr": Command(
            "motcua.faces.cli.vietqr", "print the text of a bank QR code", django=False
        ),
        "verdict": Command(
            "motcua.faces.cli.verdict", "say how dossiers stood on a past day", django=True
        ),
        "verify": Command("motcua.faces.cli.verify", "check what is stored", django=True),
    }
)
