# SPDX-License-Identifier: Apache-2.0
"""Sessions, the doors of the gate, and the e-ID provider behind the citizens' one."""

from __future__ import annotations

from motcua.config.settings.base import ENV

SESSION_ENGINE = "motcua.faces.gate.sessions"
SESSION_COOKIE_NAME = "session"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

SIGN_IN_ROUTES = {"official": "gate:official", "citizen": "gate:citizen"}
SUPPORT_ROUTE = "portal:stuck"
SIGNED_IN_PATHS = {"official": "/desk/", "citizen": "/"}

VNEID_ISSUER = ENV.vneid_issuer
VNEID_CLIENT_ID = ENV.vneid_client_id
VNEID_CLIENT_SECRET = ENV.vneid_client_secret

# allauth only speaks OpenID Connect for us; none of its pages has an address.
SOCIALACCOUNT_ADAPTER = "motcua.faces.gate.vneid.trouble.VneidTrouble"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
