# SPDX-License-Identifier: Apache-2.0
"""The pages of a stand-in, in the reader's language."""

from __future__ import annotations

import functools
import gettext
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

CATALOGUES = Path(__file__).parents[2] / "locale"


@functools.cache
def _environment(templates: Path, language: str) -> Environment:
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    spoken = gettext.translation("django", CATALOGUES, languages=[language], fallback=True)
    env.install_gettext_translations(spoken, newstyle=True)  # type: ignore[attr-defined]
    env.globals["language"] = language
    return env


def render(templates: Path, name: str, language: str, **values: object) -> str:
    """Return a page; any language but English is Vietnamese."""
    chosen = "en" if language == "en" else "vi"
    return _environment(templates, chosen).get_template(name).render(**values)
