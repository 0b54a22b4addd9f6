# SPDX-License-Identifier: Apache-2.0
"""A question that asks for a file, answered by another system."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.domains.dossiers.models import Attachment, Dossier
from tests.domains.dossiers.conftest import ANSWERS, Town
from tests.domains.dossiers.filing import publish_with_files
from tests.faces.api.conftest import System, submission
from tests.faces.api.test_walk import lay_down


@pytest.fixture
def town(town: Town) -> Town:
    publish_with_files(town)
    return town


def sent(town: Town, reference: str, *papers: dict[str, str]) -> dict[str, Any]:
    answers = {**ANSWERS, "house": {"floors": 3, "plan": [reference]}}
    return submission(town, answers=answers, papers=list(papers), presented=[])


def test_the_answer_names_the_file_that_is_given_with_it(stranger: System, town: Town) -> None:
    laid = lay_down(stranger).json()
    paper = {"component": "site_plan", "paper": laid["paper"]}

    answer = stranger.post("/dossiers", sent(town, laid["reference"], paper))

    assert answer.status_code == 201, answer.content
    held = Attachment.objects.get()
    assert held.component_code == "site_plan"
    assert Dossier.objects.get().answers["house"]["plan"] == [laid["reference"]]


def test_a_reference_alone_is_not_enough(stranger: System, town: Town) -> None:
    laid = lay_down(stranger).json()

    answer = stranger.post("/dossiers", sent(town, laid["reference"]))

    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_a_file_cannot_be_called_handed_over_on_paper(stranger: System, town: Town) -> None:
    body = submission(town, papers=[], presented=["site_plan"])

    assert stranger.post("/dossiers", body).status_code == 422
