# SPDX-License-Identifier: Apache-2.0
"""Which applications are installed and what every request passes through."""

from __future__ import annotations

AUTH_USER_MODEL = "people.Account"

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
    "motcua.domains.units",
    "motcua.domains.people",
    "motcua.domains.vault",
    "motcua.domains.notices",
    "motcua.domains.hub",
    "motcua.domains.procedures",
    "motcua.domains.payments",
    "motcua.domains.support",
    "motcua.domains.counters",
    "motcua.domains.dossiers",
    "motcua.domains.quality",
]

# The shortest chain that is safe: static files leave it before any session is looked at.
MIDDLEWARE = [
    "motcua.kit.correlation.Correlation",
    "django.middleware.security.SecurityMiddleware",
    "motcua.kit.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.kit.language.ChosenLanguage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "motcua.faces.design.refusals.Refusals",
    "motcua.kit.addresses.Addresses",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.faces.gate.middleware.RequestActor",
]

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
