# SPDX-License-Identifier: Apache-2.0
"""The language of an answer to a machine: what `Accept-Language` prefers, Vietnamese by default."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

LONGEST = 500


def speak(request: HttpRequest) -> str:
    """Activate the first language asked for that is spoken here, and return it."""
    spoken = {code for code, _ in settings.LANGUAGES}
    asked = request.headers.get("Accept-Language", "")[:LONGEST]
    wished = (tag.partition("-")[0] for tag, _ in parse_accept_lang_header(asked))
    language = next((tag for tag in wished if tag in spoken), settings.LANGUAGE_CODE)
    translation.activate(language)
    return language
