# SPDX-License-Identifier: Apache-2.0
"""`motcua account`: opens, unlocks and re-keys officials' accounts and gives them posts."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from django.db import transaction

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.acts.reset_password import reset_password
from motcua.domains.people.acts.unlock import unlock
from motcua.domains.people.queries.accounts import official_by_name
from motcua.faces.cli.posts import post_of, unit_id_of
from motcua.kit import clock
from motcua.kit.access import SYSTEM, ActorKind, Role
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound
from motcua.kit.refusal import Refusal
from motcua.kit.terminal import Terminal
from motcua.rules.words import N_

NAME = "account"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="open, unlock or re-key an official's account")
    verbs = parser.add_subparsers(dest="verb", required=True, parser_class=type(parser))
    opening = _verb(verbs, "open", "open an account and print a password that is good for once")
    opening.add_argument("--full-name", required=True, help="the name as it stands on papers")
    opening.add_argument("--email", default="", help="the official e-mail address")
    for parser in (opening, _verb(verbs, "post", "give the account more posts, from today on")):
        parser.add_argument(
            "--post", action="append", required=True, type=post_of, metavar="UNIT:ROLE",
            help="a post, such as H05.42.01:operator",
        )  # fmt: skip
    _verb(verbs, "password", "print a new password that is good for once, and end all sessions")
    _verb(verbs, "unlock", "let the official try again at once after too many wrong passwords")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, purpose: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=purpose)
    parser.add_argument("name", help="the sign-in name")
    return parser


def run(options: argparse.Namespace) -> int:
    """Do it as the system itself: who may run commands here may do everything anyway."""
    at = clock.now()
    match options.verb:
        case "open":
            _open(options, at)
        case "post":
            _give(_account_id(options.name), options.post, at)
        case "password":
            _print_password(_account_id(options.name), at)
        case "unlock":
            unlock(actor=SYSTEM, account_id=_account_id(options.name), at=at)
            Terminal().say(N_("%(name)s may try again."), name=options.name)
    return 0


def _open(options: argparse.Namespace, at: datetime) -> None:
    for code, _ in options.post:
        unit_id_of(code)
    wanted = NewAccount(
        kind=ActorKind.OFFICIAL,
        sign_in_name=options.name,
        full_name=options.full_name[:200],
        email=options.email,
    )
    with transaction.atomic():
        account_id = open_account(actor=SYSTEM, wanted=wanted, at=at)
        _give(account_id, options.post, at)
    _print_password(account_id, at)


def _give(account_id: int, posts: list[tuple[str, Role]], at: datetime) -> None:
    today = at.astimezone(VN).date()
    for code, role in posts:
        post = NewPost(unit_id=unit_id_of(code), role=role, valid_from=today)
        hold_post(actor=SYSTEM, account_id=account_id, post=post, at=at)


def _print_password(account_id: int, at: datetime) -> None:
    print(reset_password(actor=SYSTEM, account_id=account_id, at=at))
    print("good for once, shown only now: the first sign-in asks for another", file=sys.stderr)


def _account_id(name: str) -> int:
    try:
        return official_by_name(name).id
    except NotFound as error:
        raise Refusal(N_("No official signs in as %(name)s."), name=name) from error
