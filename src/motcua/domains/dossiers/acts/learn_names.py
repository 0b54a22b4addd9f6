# SPDX-License-Identifier: Apache-2.0
"""Keep the words of applicants' names, so that a search can forgive a slip of the finger."""

from __future__ import annotations

from collections.abc import Collection

from motcua.domains.dossiers.models import Dossier, NameWord

LONGEST = 40


def learn_names(*, codes: Collection[str]) -> None:
    """Add the words of these dossiers' applicants that were not seen before; repeatable."""
    names = Dossier.objects.filter(code__in=codes).values_list("search", flat=True)
    words = {word for name in names for word in name.split() if _is_word(word)}
    known = NameWord.objects.filter(word__in=words).values_list("word", flat=True)
    NameWord.objects.bulk_create(
        (NameWord(word=word) for word in sorted(words.difference(known))), ignore_conflicts=True
    )


def _is_word(text: str) -> bool:
    return text.isalpha() and len(text) <= LONGEST
