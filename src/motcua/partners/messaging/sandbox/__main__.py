# SPDX-License-Identifier: Apache-2.0
"""`python -m motcua.partners.messaging.sandbox [--port N]`: run it until told to stop."""

from __future__ import annotations

import sys

from motcua.kit.standin.running import Program
from motcua.partners.messaging.sandbox.gateway import Gateway
from motcua.rules.words import N_

PROGRAM = Program(
    name="messaging-sandbox",
    setting="MESSAGING_PORT",
    offset=3,
    refused=N_("The stand-in for the messaging gateway runs in a demonstration only."),
    made=lambda env: Gateway(secret=env.messaging_secret, receipt_address=env.public_url),
)

if __name__ == "__main__":
    sys.exit(PROGRAM.main())
