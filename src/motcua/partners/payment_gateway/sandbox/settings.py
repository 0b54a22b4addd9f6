# SPDX-License-Identifier: Apache-2.0
"""Who the stand-in serves and where it calls back."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kit.env import Env
from motcua.partners.payment_gateway.mapping import Partner

CALLBACK_PATH = "/doi-tac/thanh-toan/xac-nhan"
RETURN_PATH = "/thanh-toan/%s/ve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One partner: its secret, its callback, the page its payers return to
    (`%s` stands for the reference)."""

    address: str
    partner: Partner
    callback: str
    returns_to: str
    slow_seconds: float = 30.0

    @classmethod
    def of(cls, env: Env) -> Settings:
        """Return the settings of a demonstration."""
        return cls(
            address=env.payment_url,
            partner=Partner(env.payment_partner_code, env.payment_secret),
            callback=f"http://localhost:{env.port}{CALLBACK_PATH}",
            returns_to=f"{env.public_url}{RETURN_PATH}",
        )
