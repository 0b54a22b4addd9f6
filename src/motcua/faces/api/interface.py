# SPDX-License-Identifier: Apache-2.0
"""The interface as a whole: its operations, its refusals and its OpenAPI description."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from motcua.faces.api import acting, papers, procedures, reading, submitting
from motcua.faces.api.problems import MEDIA_TYPE, STATUSES, Problem, install, not_served

REF = "#/components/schemas/{model}"
REFUSAL = {"content": {MEDIA_TYPE: {"schema": {"$ref": REF.format(model="Problem")}}}}
BINARY = {"content": {"*/*": {}}, "description": "The file"}
FILES = ("fetch_paper", "fetch_result")


class OneDoor(NinjaAPI):
    """Answers are in the client's language and kept by no cache; every refusal is described."""

    def create_response(self, request: HttpRequest, data: Any, **more: Any) -> HttpResponse:
        """Return the answer with the headers that all answers carry."""
        response = super().create_response(request, data, **more)
        response.headers["Content-Language"] = get_language() or "vi"
        response.headers["Cache-Control"] = "no-store"
        return response

    def _get_urls(self) -> list[URLPattern]:
        """Return the addresses; a method that is not served there is refused as all else is."""
        patterns = super()._get_urls()
        for pattern in patterns:
            pattern.callback = _told(pattern.callback)
        return patterns

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the name of the function, which is the name of the operation."""
        return operation.view_func.__name__

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """Return the description with the refusals every operation can answer by."""
        schema = super().get_openapi_schema(**asked)
        parts = Problem.model_json_schema(ref_template=REF)
        schema["components"]["schemas"] |= {**parts.pop("$defs"), "Problem": parts}
        for operations in schema["paths"].values():
            for operation in operations.values():
                _describe(operation)
        return schema


def _told(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        return not_served(request, response["Allow"]) if response.status_code == 405 else response

    return told


def _describe(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    if operation["operationId"] in FILES:
        responses[200] = BINARY
    for status in STATUSES:
        responses[status] = {"description": "Refused", **REFUSAL}


api = OneDoor(
    title="motcua",
    version="1",
    description=(
        "The acts of the one-stop desk and the portal for other systems. Each POST carries an "
        "`Idempotency-Key`; refusals are problems (RFC 9457) in the language of `Accept-Language`."
    ),
    docs_url=None,
    urls_namespace="api",
)
api.add_router("/procedures", procedures.router)
api.add_router("", reading.router)
api.add_router("", papers.router)
api.add_router("", submitting.router)
api.add_router("/dossiers", acting.router)
install(api)
