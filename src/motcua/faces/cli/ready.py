# SPDX-License-Identifier: Apache-2.0
"""Django made ready for commands that read or write the tables."""

from __future__ import annotations

import argparse
import os
from types import ModuleType

import django
from django.db.utils import OperationalError
from django.utils import translation

from motcua.kit.faults import Fault
from motcua.kit.refusal import Refusal
from motcua.kit.terminal import terminal_language
from motcua.rules.words import N_

SETTINGS = "motcua.config.settings"


def prepare() -> None:
    """Set Django up with the product's settings, and with the language of the terminal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    translation.activate(terminal_language(os.environ))


def run(module: ModuleType, options: argparse.Namespace) -> int:
    """Run a command; a database that is away or an act that refuses is told in a sentence."""
    try:
        status: int = module.run(options)
    except OperationalError as error:
        raise Refusal(
            N_("The database does not answer: start the system by `make up` or set DATABASE_URL.")
        ) from error
    except Fault as fault:
        raise Refusal("%(words)s", words=fault) from fault
    return status
