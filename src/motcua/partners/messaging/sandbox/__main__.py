# SPDX-License-Identifier: Apache-2.0
"""`python -m motcua.partners.messaging.sandbox [--port N]`: run the stand-in until told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from types import FrameType

from motcua.kit.env import Env
from motcua.kit.refusal import Refusal
from motcua.kit.standin.server import listen
from motcua.partners.messaging.sandbox.gateway import Gateway
from motcua.rules.words import N_


def main(argv: list[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C; 1 with one sentence when that is not possible."""
    parser = argparse.ArgumentParser(prog="messaging-sandbox", description=__doc__)
    parser.add_argument("--port", help="port to listen on (default: MESSAGING_PORT, else PORT + 3)")
    args = parser.parse_args(argv)
    environ = {**os.environ, **({"MESSAGING_PORT": args.port} if args.port else {})}
    try:
        serve(Env.read(environ))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def serve(env: Env) -> None:
    """Serve a demonstration. Raises Refusal in production or when the port is taken."""
    if not env.demo:
        raise Refusal(N_("The stand-in for the messaging gateway runs in a demonstration only."))
    gateway = Gateway(secret=env.messaging_secret, receipt_address=env.public_url)
    try:
        server = listen(gateway, env.bind, env.messaging_port)
    except OSError as error:
        raise Refusal(
            N_("The port %(port)s is in use by another program."), port=env.messaging_port
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
