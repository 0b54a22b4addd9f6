# SPDX-License-Identifier: Apache-2.0
"""`python -m motcua.partners.payment_gateway.sandbox [--port N]`: run it until told to stop."""

from __future__ import annotations

import sys

from motcua.kit.standin.running import Program
from motcua.partners.payment_gateway.sandbox.platform import Platform
from motcua.partners.payment_gateway.sandbox.settings import Settings
from motcua.rules.words import N_

PROGRAM = Program(
    name="payment-sandbox",
    setting="PAYMENT_PORT",
    offset=2,
    refused=N_("The stand-in for the payment platform runs in a demonstration only."),
    made=lambda env: Platform(Settings.of(env)),
)

if __name__ == "__main__":
    sys.exit(PROGRAM.main())
