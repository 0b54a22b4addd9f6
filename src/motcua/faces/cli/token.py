# SPDX-License-Identifier: Apache-2.0
"""`motcua token`: gives another system a secret for the API, shown once and kept nowhere."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime, timedelta

from motcua.domains.people.acts.hold_post import NewPost, hold_post
from motcua.domains.people.acts.issue_token import Issued, issue_token
from motcua.domains.people.acts.open_account import NewAccount, open_account
from motcua.domains.people.acts.revoke_token import revoke_token
from motcua.domains.people.queries import accounts
from motcua.domains.people.queries.posts import posts_of
from motcua.faces.cli.posts import post_of, unit_id_of
from motcua.kit import clock
from motcua.kit.access import SYSTEM, ActorKind, Role
from motcua.kit.clock import VN
from motcua.kit.faults import NotFound

NAME = "token"
SCOPES = ("procedures:read", "dossiers:read", "dossiers:submit", "dossiers:act")
MOST_DAYS = 3650


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="give another system a token for the API")
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--client", metavar="NAME", help="the name of the system")
    whom.add_argument("--revoke", type=int, metavar="ID", help="make this token worthless")
    parser.add_argument(
        "--scope", action="append", choices=SCOPES, help="what the token is for; all when not given"
    )
    parser.add_argument(
        "--post", action="append", default=[], type=post_of, metavar="UNIT:ROLE",
        help="a post the system gets from today on, such as H05.42.01:counter",
    )  # fmt: skip
    parser.add_argument("--days", type=_days, default=365, help="how long the token lives")
    parser.add_argument("--json", action="store_true", help="print client and token as JSON")


def run(options: argparse.Namespace) -> int:
    """Open the account if it is new, give it its posts, and print a fresh token; or revoke one."""
    at = clock.now()
    if options.revoke is not None:
        revoke_token(actor=SYSTEM, token_id=options.revoke, at=at)
        print(f"token {options.revoke} is worthless now", file=sys.stderr)
        return 0
    posts = [(unit_id_of(code), role) for code, role in options.post]
    account_id = _account_id(options.client, at)
    for unit_id, role in posts:
        _give_post(account_id, unit_id, role, at)
    issued = issue_token(
        actor=SYSTEM,
        account_id=account_id,
        label=options.client[:80],
        scopes=options.scope or SCOPES,
        valid_to=at + timedelta(days=options.days),
        at=at,
    )
    _show(options, account_id, issued)
    return 0


def _show(options: argparse.Namespace, account_id: int, issued: Issued) -> None:
    code = accounts.account(account_id).code
    if options.json:
        print(json.dumps({"client": code, "id": issued.token_id, "token": issued.secret}))
        return
    print(issued.secret)
    print(f"token {issued.token_id} of {code}; it is shown only now", file=sys.stderr)


def _account_id(name: str, at: datetime) -> int:
    try:
        return accounts.client_by_name(name).id
    except NotFound:
        wanted = NewAccount(kind=ActorKind.CLIENT, sign_in_name=name, full_name=name[:200])
        return open_account(actor=SYSTEM, wanted=wanted, at=at)


def _give_post(account_id: int, unit_id: int, role: Role, at: datetime) -> None:
    today = at.astimezone(VN).date()
    held = {(post.unit_id, post.role) for post in posts_of(account_id, on=today)}
    if (unit_id, role.value) not in held:
        post = NewPost(unit_id=unit_id, role=role, valid_from=today)
        hold_post(actor=SYSTEM, account_id=account_id, post=post, at=at)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"a number of days from 1 to {MOST_DAYS}")
    return int(text)
