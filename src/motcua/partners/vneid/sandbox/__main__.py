# SPDX-License-Identifier: Apache-2.0
"""`python -m motcua.partners.vneid.sandbox [--port N]`: run it until told to stop."""

from __future__ import annotations

import sys

from motcua.kit.standin.running import Program
from motcua.partners.vneid.sandbox.provider import Provider
from motcua.partners.vneid.sandbox.settings import Settings
from motcua.rules.words import N_

PROGRAM = Program(
    name="vneid-sandbox",
    setting="VNEID_PORT",
    offset=1,
    refused=N_("The stand-in for VNeID runs in a demonstration only."),
    made=lambda env: Provider(Settings.of(env)),
)

if __name__ == "__main__":
    sys.exit(PROGRAM.main())
