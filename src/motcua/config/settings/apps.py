# SPDX-License-Identifier: Apache-2.0
"""Which applications are installed, what every request passes through, how people sign in."""

from __future__ import annotations

_DOMAINS = (
    "units",
    "people",
    "vault",
    "notices",
    "procedures",
    "payments",
    "dossiers",
    "quality",
)


INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "motcua.kit",
    *(f"motcua.domains.{name}" for name in _DOMAINS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "motcua.kit.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.kit.language.ChosenLanguage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.faces.gate.middleware.RequestActor",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

AUTH_USER_MODEL = "people.Account"
