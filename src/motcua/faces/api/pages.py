# SPDX-License-Identifier: Apache-2.0
"""The description of the interface for people, and the answer where nothing is served."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from motcua.faces.api.bearer import Scope
from motcua.faces.api.interface import api
from motcua.faces.api.language import speak
from motcua.faces.api.problems import problem
from motcua.faces.design.refusals import NOTHING_HERE
from motcua.kit.guards import public


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as it is printed."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[tuple[str, str, bool, str], ...]
    body: str
    answer: str


@public
@require_safe
def described(request: HttpRequest) -> HttpResponse:
    """Show every operation with its parameters and the shape of what is sent and answered."""
    schema = json.loads(json.dumps(api.get_openapi_schema()))
    shapes = schema["components"]["schemas"]
    context = {
        "operations": list(_operations(schema["paths"])),
        "shapes": [(name, _pretty(shapes[name])) for name in sorted(shapes)],
        "scopes": [scope.value for scope in Scope],
    }
    return render(request, "api/description.jinja", context)


@csrf_exempt
@public
def nothing(request: HttpRequest) -> HttpResponse:
    """Answer an address below /api/ that nobody serves."""
    speak(request)
    return problem(404, "not-found", gettext(NOTHING_HERE))


def _operations(paths: Mapping[str, Mapping[str, Any]]) -> Iterator[OperationView]:
    for path, operations in paths.items():
        for method, one in operations.items():
            yield OperationView(
                name=one["operationId"],
                method=method.upper(),
                path=path,
                summary=one["summary"],
                description=one.get("description", ""),
                parameters=tuple(map(_parameter, one["parameters"])),
                body=_shape(one.get("requestBody", {})),
                answer=_shape(next(iter(one["responses"].values()))),
            )


def _parameter(one: Mapping[str, Any]) -> tuple[str, str, bool, str]:
    return one["name"], one["in"], one["required"], one.get("description", "")


def _shape(part: Mapping[str, Any]) -> str:
    """Return the name of the shape a body has, or the whole of it."""
    for content in part.get("content", {}).values():
        schema = content.get("schema", {})
        return str(schema.get("$ref", "")).rpartition("/")[2] or _pretty(schema) if schema else ""
    return ""


def _pretty(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1)
