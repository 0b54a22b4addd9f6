# SPDX-License-Identifier: Apache-2.0
"""Who the stand-in is and whom it serves."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from motcua.kit.env import Env
from motcua.partners.vneid.sandbox.people import Person, read_passcode, read_people
from motcua.partners.vneid.sandbox.signing import Signer

CALLBACK_PATH = "/vao/cong-dan/tro-lai"
KEY_FILE = "vneid-sandbox.pem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One client, its hosts, and the invented citizens."""

    issuer: str
    client_id: str
    client_secret: str
    hosts: tuple[str, ...]
    people: Mapping[str, Person]
    passcode: str
    signer: Signer
    slow_seconds: float = 30.0

    @classmethod
    def of(cls, env: Env) -> Settings:
        """Return the settings of a demonstration."""
        return cls(
            issuer=env.vneid_issuer,
            client_id=env.vneid_client_id,
            client_secret=env.vneid_client_secret,
            hosts=(*env.hosts, urlsplit(env.public_url).hostname or ""),
            people=read_people(),
            passcode=read_passcode(),
            signer=Signer.kept_in(env.secret_root / KEY_FILE),
        )

    def is_client(self, client_id: str, secret: str) -> bool:
        """Return whether these are the client's own credentials."""
        known = (self.client_id, self.client_secret)
        pairs = zip(known, (client_id, secret), strict=True)
        return all([hmac.compare_digest(ours.encode(), theirs.encode()) for ours, theirs in pairs])

    def may_return_to(self, address: str) -> bool:
        """Return whether the address is the client's callback on one of its hosts, exactly."""
        try:
            parts = urlsplit(address)
            host = parts.hostname or ""
        except ValueError:
            return False
        bare = not (parts.query or parts.fragment or parts.username or parts.password)
        known = host in {name.strip("[]") for name in self.hosts}
        return bare and known and parts.scheme in ("http", "https") and parts.path == CALLBACK_PATH
