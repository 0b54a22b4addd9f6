# SPDX-License-Identifier: Apache-2.0
"""`python -m motcua.partners.payment_gateway.sandbox [--port N]`: run it until told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from types import FrameType

from motcua.kit.env import Env
from motcua.kit.refusal import Refusal
from motcua.kit.standin.server import listen
from motcua.partners.payment_gateway.sandbox.platform import Platform
from motcua.partners.payment_gateway.sandbox.settings import Settings
from motcua.rules.words import N_


def main(argv: list[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C; 1 with one sentence when that is not possible."""
    parser = argparse.ArgumentParser(prog="payment-sandbox", description=__doc__)
    parser.add_argument("--port", help="port to listen on (default: PAYMENT_PORT, else PORT + 2)")
    args = parser.parse_args(argv)
    environ = {**os.environ, **({"PAYMENT_PORT": args.port} if args.port else {})}
    try:
        serve(Env.read(environ))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def serve(env: Env) -> None:
    """Serve a demonstration. Raises Refusal in production or when the port is taken."""
    if not env.demo:
        raise Refusal(N_("The stand-in for the payment platform runs in a demonstration only."))
    try:
        server = listen(Platform(Settings.of(env)), env.bind, env.payment_port)
    except OSError as error:
        raise Refusal(
            N_("The port %(port)s is in use by another program."), port=env.payment_port
        ) from error
    signal.signal(signal.SIGTERM, _stop)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
