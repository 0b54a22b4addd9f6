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
from motcua.domains.people.queries.names import names_by_code
from motcua.domains.people.queries.posts import PostCard, everybody, holders, posts_of
from motcua.domains.people.queries.representations import (
    BusinessCard,
    RepresentationCard,
    account_of_person,
    acting,
    business,
    given_by,
    held_by,
    may_grant,
    proposed_until,
    representation,
    representatives_of,
)
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
    "BusinessCard",
    "CitizenCard",
    "DelegationCard",
    "LiveSession",
    "PostCard",
    "RepresentationCard",
    "SessionCard",
    "TokenCard",
    "account",
    "account_by_code",
    "account_of_person",
    "acting",
    "actor_of",
    "bearer",
    "business",
    "citizen",
    "delegations_in",
    "delegations_of",
    "everybody",
    "given_by",
    "held_by",
    "holders",
    "live_session",
    "may_grant",
    "names_by_code",
    "names_of",
    "password_length",
    "posts_of",
    "proposed_until",
    "representation",
    "representatives_of",
    "sessions_of",
    "tokens_of",
]
