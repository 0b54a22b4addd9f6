# SPDX-License-Identifier: Apache-2.0
"""Tables of people: accounts, posts, sessions, tokens and the record of sign-ins."""

from __future__ import annotations

from motcua.domains.people.models.account import Account, AccountKind, AccountSource, Sex
from motcua.domains.people.models.api_token import ApiToken
from motcua.domains.people.models.delegation import Delegation
from motcua.domains.people.models.holding import Holding
from motcua.domains.people.models.representation import Business, Representation
from motcua.domains.people.models.session import Session
from motcua.domains.people.models.sign_in import SignInAct, SignInRecord, UnknownName

__all__ = [
    "Account",
    "AccountKind",
    "AccountSource",
    "ApiToken",
    "Business",
    "Delegation",
    "Holding",
    "Representation",
    "Session",
    "Sex",
    "SignInAct",
    "SignInRecord",
    "UnknownName",
]
