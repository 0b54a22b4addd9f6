# SPDX-License-Identifier: Apache-2.0
"""Commands run in process, on one published procedure and an invented population of dossiers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.dossiers.models import Dossier
from motcua.faces.cli import seed
from tests.domains.conftest import reference_rows  # noqa: F401
from tests.domains.dossiers.conftest import (  # noqa: F401
    Town,
    published,
    small_data,
    town,
)

Seed = Callable[..., list[Dossier]]


@pytest.fixture
def seeded(
    town: Town,  # noqa: F811
    settings: DjangoSettings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> Seed:
    """Invent dossiers by the command and return them in the order of their numbers."""
    settings.MEDIA_ROOT = tmp_path
    settings.DEMO = True

    def fill(count: int = 150, chance: int = 7) -> list[Dossier]:
        before = set(Dossier.objects.values_list("pk", flat=True))
        assert seed.run(Namespace(dossiers=count, seed=chance)) == 0
        capsys.readouterr()
        return list(Dossier.objects.exclude(pk__in=before).order_by("pk"))

    return fill
