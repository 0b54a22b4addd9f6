# SPDX-License-Identifier: Apache-2.0
"""Who calls: the owner of a token, with the posts that are valid now and the token's scopes."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from ninja.security import HttpBearer

from motcua.domains.people.queries import tokens
from motcua.domains.people.queries.tokens import Bearer
from motcua.faces.api.language import speak
from motcua.kit import clock
from motcua.kit.faults import Fault


class Scope(StrEnum):
    """What a token may be used for; what its owner may do is a question of posts."""

    PROCEDURES = "procedures:read"
    READ = "dossiers:read"
    SUBMIT = "dossiers:submit"
    ACT = "dossiers:act"


class ScopeMissing(Fault):
    """The token was given for something else."""

    status = 403
    sentence = gettext_lazy("The token lacks the scope %(scope)s.")


class Token(HttpBearer):
    """Admits a live token that has the scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Bearer | None:
        """Choose the language first, since refusals are sentences too."""
        speak(request)
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Return who calls, None for an unknown token. Raises ScopeMissing."""
        caller = tokens.bearer(token, clock.now())
        if caller is not None and self.scope not in caller.scopes:
            raise ScopeMissing(scope=self.scope.value)
        return caller
