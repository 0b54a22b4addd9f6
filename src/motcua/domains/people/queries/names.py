# SPDX-License-Identifier: Apache-2.0
"""Names behind the public codes that the log holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from motcua.domains.people.models import Account


def names_by_code(codes: Collection[str]) -> Mapping[str, str]:
    """Return full names by public code; unknown codes are left out."""
    return dict(Account.objects.filter(code__in=codes).values_list("code", "full_name"))
