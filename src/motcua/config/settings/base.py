# SPDX-License-Identifier: Apache-2.0
"""Where things are, which language and zone they are in, how pages are rendered."""

from __future__ import annotations

import os
from pathlib import Path

from motcua.config import wiring
from motcua.kit.env import Env

ENV = Env.read(os.environ)
PACKAGE = Path(__file__).resolve().parents[2]
FACES = PACKAGE / "faces"

DEBUG = False
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEMO = ENV.demo
LOCAL_SUBMISSION = ENV.local_submission
PUBLIC_URL = ENV.public_url
CLAMD_ADDRESS = ENV.clamd_address
SETUP = (*wiring.SETUP, *(wiring.DEMO_SETUP if ENV.demo else ()))

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [PACKAGE / "locale", *sorted(FACES.glob("*/locale"))]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = ENV.static_root
STATICFILES_DIRS = sorted(FACES.glob("*/static"))
MEDIA_ROOT = ENV.files_root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 300
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750

TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(FACES.glob("*/templates")),
        "APP_DIRS": False,
        "OPTIONS": {"environment": "motcua.faces.design.environment.environment"},
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    },
]
EVENT_HANDLERS = wiring.HANDLERS
EVENT_FOLDERS = wiring.FOLDERS
PARTNER_ADAPTERS = wiring.PARTNER_ADAPTERS
MESSAGE_DISPATCHERS = wiring.MESSAGE_DISPATCHERS
ANSWERING_UNITS = wiring.ANSWERING_UNITS
PAYMENT_URL = ENV.payment_url
PAYMENT_PARTNER_CODE = ENV.payment_partner_code
PAYMENT_SECRET = ENV.payment_secret
MESSAGING_URL = ENV.messaging_url
MESSAGING_SECRET = ENV.messaging_secret
