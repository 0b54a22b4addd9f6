# SPDX-License-Identifier: Apache-2.0
"""The Jinja2 environment of every page, for Django's own Jinja2 back end."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from motcua.faces.design import formats, marks, squares, stuck, titles


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The path of a named route; raises `NoReverseMatch` for a name nobody serves."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def field_id(path: str) -> str:
    """The id a field's first control has, so that an error summary can link to it."""
    return "f-" + path.replace(".", "-")


FILTERS = {
    "both": titles.both,
    "both_text": titles.both_text,
    "date_vn": formats.date_vn,
    "field_id": field_id,
    "iso": formats.iso,
    "moment_vn": formats.moment_vn,
    "money_vn": formats.money_vn,
    "number_vn": formats.number_vn,
    "size_vn": formats.size_vn,
}
GLOBALS = {
    "url": url,
    "static": static,
    "language": titles.active,
    "both": titles.both,
    "status_html": marks.status_html,
    "due_html": marks.due_html,
    "square": squares.square,
    "stuck_url": stuck.stuck_url,
    "tag_mark": marks.tag_mark,
}


def environment(**options: Any) -> Environment:
    """Build the environment; the back end adds loader, autoescape and, per page, csrf_input."""
    options.setdefault("autoescape", True)
    options.setdefault("cache_size", -1)
    options["undefined"] = StrictUndefined
    env = Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        **options,
    )
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.filters.update(FILTERS)
    env.globals.update(GLOBALS, demo=settings.DEMO)
    return env
