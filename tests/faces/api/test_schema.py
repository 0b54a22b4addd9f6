# SPDX-License-Identifier: Apache-2.0
"""Requests invented from the description: no 5xx, and every answer as the description says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.domains.dossiers.conftest import CODE, Town
from tests.faces.api.conftest import ROOT, System, submitted

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


CONFIG = SchemathesisConfig()
CONFIG.projects.default.phases.coverage.enabled = False
described = schemathesis.openapi.from_wsgi(
    f"{ROOT}/openapi.json", get_wsgi_application(), config=CONFIG
)


@contextmanager
def one_transaction() -> Iterator[None]:
    """Keep the connection of the test, as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@described.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_answers_keep_to_the_description(case: Any, office: System, town: Town) -> None:
    code = CODE if "procedures" in case.path else known(office, town)

    if "code" in case.path_parameters:
        case.path_parameters["code"] = code
    with one_transaction():
        response = case.call(headers={"Authorization": f"Bearer {office.secret}"})

    assert response.status_code < 500
    case.validate_response(response, checks=CHECKS)


def known(office: System, town: Town) -> str:
    """Return the one dossier of the test, so that acts get past the door."""
    lying = office.get("/inbox").json()["items"]
    return lying[0]["code"] if lying else submitted(office, town)["dossier"]
