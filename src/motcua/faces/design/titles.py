# SPDX-License-Identifier: Apache-2.0
"""Picks the reader's language from a {vi, en} title, falling back to Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from markupsafe import Markup, escape

DEFAULT = "vi"


def active() -> str:
    """The two-letter language of the reader: 'vi' unless another is active."""
    return (get_language() or DEFAULT)[:2]


def _pair(title: Any) -> tuple[str, str]:
    if isinstance(title, Mapping):
        return title.get(DEFAULT) or "", title.get("en") or ""
    return getattr(title, DEFAULT, ""), getattr(title, "en", "") or ""


def both_text(title: Any) -> str:
    """Plain text in the reader's language; a str, None or lazy text passes as it is."""
    if not title:
        return ""
    if not isinstance(title, Mapping) and not hasattr(title, DEFAULT):
        return str(title)
    vietnamese, english = _pair(title)
    return english if active() == "en" and english else vietnamese


def both(title: Any) -> Markup:
    """As `both_text`, but a Vietnamese text shown to another reader says so with lang="vi"."""
    text = both_text(title)
    if not text or active() == DEFAULT or isinstance(title, str):
        return escape(text)
    if (isinstance(title, Mapping) or hasattr(title, DEFAULT)) and not _pair(title)[1]:
        return Markup('<span lang="vi">{}</span>').format(text)
    return escape(text)
