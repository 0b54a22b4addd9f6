# SPDX-License-Identifier: Apache-2.0
"""What can be done to accounts, posts, sessions and tokens: one act a file."""

from __future__ import annotations

from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.change_password import change_password
from motcua.domains.people.acts.end_post import end_post
from motcua.domains.people.acts.end_session import end_session
from motcua.domains.people.acts.grant_representation import grant_representation
from motcua.domains.people.acts.hold_post import hold_post
from motcua.domains.people.acts.issue_token import issue_token
from motcua.domains.people.acts.load_demo_people import load_demo_people
from motcua.domains.people.acts.open_account import open_account
from motcua.domains.people.acts.open_session import Opened, open_session
from motcua.domains.people.acts.purge_sessions import purge_sessions
from motcua.domains.people.acts.record_representation import record_representation
from motcua.domains.people.acts.register_business import register_business
from motcua.domains.people.acts.register_citizen import register_citizen
from motcua.domains.people.acts.reset_password import reset_password
from motcua.domains.people.acts.revoke_representation import revoke_representation
from motcua.domains.people.acts.revoke_session import revoke_session
from motcua.domains.people.acts.revoke_token import revoke_token
from motcua.domains.people.acts.save_session import save_session
from motcua.domains.people.acts.sign_in import sign_in
from motcua.domains.people.acts.sign_in_citizen import sign_in_citizen
from motcua.domains.people.acts.sign_out import sign_out
from motcua.domains.people.acts.touch_sessions import touch_sessions
from motcua.domains.people.acts.unlock import unlock

__all__ = [
    "Opened",
    "accept_representation",
    "change_password",
    "end_post",
    "end_session",
    "grant_representation",
    "hold_post",
    "issue_token",
    "load_demo_people",
    "open_account",
    "open_session",
    "purge_sessions",
    "record_representation",
    "register_business",
    "register_citizen",
    "reset_password",
    "revoke_representation",
    "revoke_session",
    "revoke_token",
    "save_session",
    "sign_in",
    "sign_in_citizen",
    "sign_out",
    "touch_sessions",
    "unlock",
]
