# SPDX-License-Identifier: Apache-2.0
"""The provider: OpenID Connect's authorization code flow with PKCE S256 and nonce, as WSGI."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from motcua.kit import clock
from motcua.kit.standin import pages
from motcua.kit.standin.web import Asked, Reply
from motcua.partners.vneid.sandbox.faults import WORDING, Misbehaviour
from motcua.partners.vneid.sandbox.grants import (
    CODE_SECONDS,
    QUESTION_SECONDS,
    TOKEN_SECONDS,
    Grant,
    Question,
    Shelf,
)  # fmt: skip
from motcua.partners.vneid.sandbox.settings import Settings
from motcua.partners.vneid.sandbox.signing import ALGORITHM, Signer

TEMPLATES = Path(__file__).parent / "templates"
render = partial(pages.render, TEMPLATES)
Handler = Callable[[Asked], Reply]
ID_TOKEN_SECONDS = 300


class Provider:
    """The WSGI application; `faults` are the misbehaviours switched on now."""

    def __init__(self, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self.faults: set[Misbehaviour] = set()
        self._sleep = sleep
        self._questions: Shelf[Question] = Shelf(QUESTION_SECONDS)
        self._codes: Shelf[Grant] = Shelf(CODE_SECONDS)
        self._tokens: Shelf[Grant] = Shelf(TOKEN_SECONDS)
        self._routes: Mapping[tuple[str, str], Handler] = {
            ("GET", "/"): self._home,
            ("GET", "/.well-known/openid-configuration"): self._configuration,
            ("GET", "/jwks"): self._key_set,
            ("GET", "/authorize"): self._ask,
            ("POST", "/authorize"): self._answer,
            ("POST", "/token"): self._token,
            ("GET", "/userinfo"): self._userinfo,
            ("GET", "/logout"): self._logout,
            ("POST", "/faults"): self._switch,
        }

    def __call__(
        self, environ: Mapping[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Answer one WSGI request."""
        asked = Asked.read(environ)
        reply = self._reply(asked)
        start_response(*reply.start())
        return [reply.body]

    def _reply(self, asked: Asked) -> Reply:
        handler = self._routes.get((asked.method, asked.path))
        if handler is None:
            return Reply.refusal("not_found", HTTPStatus.NOT_FOUND)
        if handler not in (self._home, self._switch):
            if Misbehaviour.SLOW in self.faults:
                self._sleep(self.settings.slow_seconds)
            if Misbehaviour.DOWN in self.faults:
                return Reply.refusal("server_error", HTTPStatus.INTERNAL_SERVER_ERROR)
        return handler(asked)

    def _home(self, asked: Asked) -> Reply:
        page = render(
            "home.jinja", asked.query.get("ui_locales", ""), wording=WORDING, on=self.faults
        )
        return Reply.html(page)

    def _switch(self, asked: Asked) -> Reply:
        """Switch on exactly the misbehaviours named."""
        known = {fault.value for fault in Misbehaviour}
        self.faults = {Misbehaviour(name) for name in asked.names if name in known}
        return Reply.to("/", ui_locales=asked.form.get("ui_locales", ""))

    def _configuration(self, asked: Asked) -> Reply:
        issuer = self.settings.issuer
        return Reply.json(
            {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/authorize",
                "token_endpoint": f"{issuer}/token",
                "userinfo_endpoint": f"{issuer}/userinfo",
                "jwks_uri": f"{issuer}/jwks",
                "end_session_endpoint": f"{issuer}/logout",
                "response_types_supported": ["code"],
                "grant_types_supported": ["authorization_code"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": [ALGORITHM],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": [
                    "client_secret_post", "client_secret_basic",
                ],
                "scopes_supported": ["openid", "profile", "email", "phone"],
                "ui_locales_supported": ["vi", "en"],
            }
        )  # fmt: skip

    def _key_set(self, asked: Asked) -> Reply:
        return Reply.json(self.settings.signer.key_set())

    def _ask(self, asked: Asked) -> Reply:
        """Show the question; nobody is ever sent to an address that is not the client's."""
        query = asked.query
        returns_to, state = query.get("redirect_uri", ""), query.get("state", "")
        if query.get("client_id") != self.settings.client_id:
            return Reply.refusal("unauthorized_client")
        if not self.settings.may_return_to(returns_to):
            return Reply.refusal("invalid_redirect_uri")
        if fault := _request_fault(query):
            return Reply.to(returns_to, error=fault, state=state)
        question = Question(
            client_id=query["client_id"], redirect_uri=returns_to, state=state,
            nonce=query["nonce"], challenge=query["code_challenge"],
            language=query.get("ui_locales", ""),
        )  # fmt: skip
        return self._question_page(self._questions.put(question), question)

    def _question_page(self, name: str, question: Question, *, wrong: bool = False) -> Reply:
        page = render(
            "authorize.jinja", question.language, request=name, wrong=wrong,
            people=tuple(self.settings.people.values()), passcode=self.settings.passcode,
        )  # fmt: skip
        return Reply.html(page, HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)

    def _answer(self, asked: Asked) -> Reply:
        """Send the browser back, with a code or with the person's no."""
        name = asked.form.get("request", "")
        question = self._questions.look(name)
        if question is None:
            return Reply.html(render("over.jinja", ""), HTTPStatus.BAD_REQUEST)
        if asked.form.get("action") == "cancel":
            self._questions.take(name)
            return Reply.to(question.redirect_uri, error="access_denied", state=question.state)
        person = self.settings.people.get(asked.form.get("personal_id", "").strip())
        if person is None or asked.form.get("passcode") != self.settings.passcode:
            return self._question_page(name, question, wrong=True)
        if self._questions.take(name) is None:
            return Reply.html(render("over.jinja", question.language), HTTPStatus.BAD_REQUEST)
        code = self._codes.put(Grant(question, person))
        return Reply.to(question.redirect_uri, code=code, state=question.state)

    def _token(self, asked: Asked) -> Reply:
        """Give tokens for a code, once."""
        if not self.settings.is_client(*asked.client()):
            return Reply.refusal("invalid_client", HTTPStatus.UNAUTHORIZED)
        if asked.form.get("grant_type") != "authorization_code":
            return Reply.refusal("unsupported_grant_type")
        grant = self._codes.take(asked.form.get("code", ""))
        if grant is None or not _fits(grant.question, asked.form):
            return Reply.refusal("invalid_grant")
        return Reply.json(
            {
                "access_token": self._tokens.put(grant),
                "token_type": "Bearer",
                "expires_in": int(TOKEN_SECONDS),
                "id_token": self._id_token(grant),
                "scope": "openid profile email phone",
            }
        )

    def _id_token(self, grant: Grant) -> str:
        now = int(clock.now().timestamp())
        claims: dict[str, Any] = {
            "iss": self.settings.issuer,
            "sub": grant.person.subject,
            "aud": grant.question.client_id,
            "iat": now,
            "exp": now + ID_TOKEN_SECONDS,
            "auth_time": now,
            "nonce": grant.question.nonce,
            "acr": f"level{grant.person.level}",
        }
        own = self.settings.signer
        if Misbehaviour.WRONG_SIGNATURE in self.faults:
            return Signer.new().sign(claims, kid=own.kid)
        return own.sign(claims | self._falsified(now))

    def _falsified(self, now: int) -> dict[str, Any]:
        lies: dict[Misbehaviour, dict[str, Any]] = {
            Misbehaviour.WRONG_NONCE: {"nonce": "someone-elses"},
            Misbehaviour.WRONG_AUDIENCE: {"aud": "another-site"},
            Misbehaviour.WRONG_ISSUER: {"iss": "https://elsewhere.invalid"},
            Misbehaviour.EXPIRED_TOKEN: {"iat": now - 7200, "exp": now - 3600},
        }
        told: dict[str, Any] = {}
        for fault, lie in lies.items():
            if fault in self.faults:
                told |= lie
        return told

    def _userinfo(self, asked: Asked) -> Reply:
        grant = self._tokens.look(asked.bearer())
        if grant is None:
            return Reply.refusal("invalid_token", HTTPStatus.UNAUTHORIZED)
        claims = grant.person.claims(self.settings.issuer)
        if Misbehaviour.LEVEL_1 in self.faults:
            claims |= {"IAL": "1", "loAs": "1"}
        if Misbehaviour.ORGANISATION in self.faults:
            claims |= {"LoaiTaiKhoan": "2"}
        if Misbehaviour.OTHER_PERSON in self.faults:
            claims |= {"sub": "somebody-else"}
        return Reply.json(claims)

    def _logout(self, asked: Asked) -> Reply:
        """Say goodbye; the stand-in keeps nobody signed in."""
        return Reply.html(render("goodbye.jinja", asked.query.get("ui_locales", "")))


def _request_fault(query: Mapping[str, str]) -> str:
    """Return the OAuth error of a request that lacks something, "" when it is complete."""
    if query.get("response_type") != "code":
        return "unsupported_response_type"
    if "openid" not in query.get("scope", "").split():
        return "invalid_scope"
    complete = query.get("code_challenge") and query.get("nonce") and query.get("state")
    if not complete or query.get("code_challenge_method") != "S256":
        return "invalid_request"
    return ""


def _fits(question: Question, form: Mapping[str, str]) -> bool:
    """Return whether the code is redeemed by the one who began, at the same address."""
    verifier = form.get("code_verifier", "").encode()
    derived = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=")
    same_place = form.get("redirect_uri") == question.redirect_uri
    return same_place and hmac.compare_digest(derived, question.challenge.encode())
