# SPDX-License-Identifier: Apache-2.0
"""Which applications are installed, what every request passes through, how people sign in."""

from __future__ import annotations

from importlib.util import find_spec

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


def _built(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "motcua.kit",
    *(f"motcua.domains.{name}" for name in _DOMAINS if _built(f"motcua.domains.{name}.models")),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "motcua.kit.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.kit.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

if _built("motcua.domains.people.models"):
    AUTH_USER_MODEL = "people.Account"
