# SPDX-License-Identifier: Apache-2.0
"""Run one command and turn what it raises into a sentence and an exit status."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from motcua.faces.cli.commands import COMMANDS, Command
from motcua.faces.cli.parsers import USAGE_ERROR, OneSentenceParser
from motcua.kit.refusal import Refusal
from motcua.kit.terminal import Terminal
from motcua.rules.errors import RuleError

FAILED = 1
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status: 2 for a wrong command line or argument, 1 when it cannot be done.

    Raises `SystemExit` where the command line itself is wrong or asks for help.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    parser = OneSentenceParser(
        prog="motcua",
        description="The digital-government system of a province.",
        epilog=_listing(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="motcua COMMAND [options]",
    )
    name = words[0] if words else ""
    if name not in COMMANDS:
        parser.parse_args([word for word in words[:1] if word in {"-h", "--help"}])
        parser.error(f"say which command, one of: {', '.join(COMMANDS)}")
    return _run(name, parser, words)


def _listing() -> str:
    rows = (f"  {name:<12}{command.purpose}" for name, command in COMMANDS.items())
    return "\n".join(("commands (each answers to --help):", *rows))


def _call(command: Command, parser: OneSentenceParser, words: Sequence[str]) -> int:
    """Load the command, read its own options, run it; one that uses Django gets it set up."""
    ready = importlib.import_module("motcua.faces.cli.ready") if command.django else None
    if ready:
        ready.prepare()
    module = importlib.import_module(command.module)
    subparsers = parser.add_subparsers(prog="motcua", required=True, parser_class=OneSentenceParser)
    module.register(subparsers)
    options = parser.parse_args(words)
    status: int = ready.run(module, options) if ready else module.run(options)
    return status


def _run(name: str, parser: OneSentenceParser, words: Sequence[str]) -> int:
    try:
        status = _call(COMMANDS[name], parser, words)
        if sys.stdout:
            sys.stdout.flush()
    except RuleError as error:
        return _say(name, Terminal().text(error.sentence, **error.params), USAGE_ERROR)
    except Refusal as refusal:
        return _say(name, Terminal().text(refusal.sentence, **refusal.params), FAILED)
    except BrokenPipeError:
        return _silenced()
    except OSError as error:
        _silenced()
        return _say(name, f"{error.strerror or error}.", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _say(name: str, sentence: object, status: int) -> int:
    print(f"motcua {name}: {sentence}", file=sys.stderr)
    return status


def _silenced() -> int:
    """Point the standard output nowhere, so that leaving does not try to write to it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
