# SPDX-License-Identifier: Apache-2.0
"""What others may read of accounts, posts, sessions and tokens."""

from __future__ import annotations

from motcua.domains.people.queries.accounts import (
    AccountCard,
    CitizenCard,
    account,
    account_by_code,
    actor_of,
    citizen,
    names_of,
)
from motcua.domains.people.queries.delegations import (
    DelegationCard,
    delegations_in,
    delegations_of,
)
from motcua.domains.people.queries.limits import password_length
from motcua.domains.people.queries.posts import PostCard, everybody, holders, posts_of
from motcua.domains.people.queries.sessions import (
    LiveSession,
    SessionCard,
    live_session,
    sessions_of,
)
from motcua.domains.people.queries.tokens import Bearer, TokenCard, bearer, tokens_of

__all__ = [
    "AccountCard",
    "Bearer",
    "CitizenCard",
    "DelegationCard",
    "LiveSession",
    "PostCard",
    "SessionCard",
    "TokenCard",
    "account",
    "account_by_code",
    "actor_of",
    "bearer",
    "citizen",
    "delegations_in",
    "delegations_of",
    "everybody",
    "holders",
    "live_session",
    "names_of",
    "password_length",
    "posts_of",
    "sessions_of",
    "tokens_of",
]
