# SPDX-License-Identifier: Apache-2.0
"""Static files are collected when a source has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from pytest_django.fixtures import Settings

from motcua.kit import statics


@pytest.fixture
def source(tmp_path: Path, settings: Settings) -> Path:
    """Yield a folder with one style sheet, the only source there is."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "motcua.css").write_text("body { color: black }\n" * 100)
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    finders.get_finder.cache_clear()
    return folder


def test_nothing_has_been_collected_at_first(source: Path) -> None:
    assert statics.is_behind()


def test_collected_files_have_names_of_their_content(source: Path, tmp_path: Path) -> None:
    statics.collect()

    names = {path.name for path in (tmp_path / "static").iterdir()}
    assert any(name.startswith("motcua.") and name.endswith(".css.br") for name in names)
    assert "staticfiles.json" in names


def test_nothing_is_due_after_collecting(source: Path) -> None:
    statics.collect()

    assert not statics.is_behind()


def test_a_changed_source_is_due(source: Path) -> None:
    statics.collect()

    (source / "motcua.css").write_text("body { color: navy }")

    assert statics.is_behind()


def test_a_new_source_is_due(source: Path) -> None:
    statics.collect()

    (source / "more.css").write_text("")

    assert statics.is_behind()
