# SPDX-License-Identifier: Apache-2.0
"""What a list of dossiers was asked for: by its address, or by a form that carries it on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import QueryDict

from motcua.kit.access import Actor, Post

PROCEDURE = re.compile(r"\d\.\d{6}", re.ASCII)
PLACE = re.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d)~(\d{1,18})", re.ASCII
)
LONGEST_SEARCH = 100
TABS = ("inbox", "waiting", "search")


@dataclass(frozen=True, slots=True)
class Listing:
    """The filters of a list; `posts` are those chosen, or all of the reader's."""

    tab: str
    posts: tuple[Post, ...]
    post: str
    procedure: str
    assigned_to: int | None
    q: str

    @property
    def kept(self) -> Mapping[str, str]:
        """The filters of the inbox as its address writes them."""
        return {
            "post": self.post,
            "procedure": self.procedure,
            "whose": "mine" if self.assigned_to else "",
        }


def listing(actor: Actor, asked: QueryDict) -> Listing:
    """Return the filters; what cannot be read filters nothing."""
    tab, code = asked.get("tab", "inbox"), asked.get("procedure", "")
    chosen = tuple(post for post in actor.posts if key_of(post) == asked.get("post", ""))
    return Listing(
        tab=tab if tab in TABS else "inbox",
        posts=chosen or actor.posts,
        post=key_of(chosen[0]) if chosen else "",
        procedure=code if PROCEDURE.fullmatch(code) else "",
        assigned_to=actor.account_id if asked.get("whose") == "mine" else None,
        q=typed(asked),
    )


def typed(asked: QueryDict) -> str:
    """Return what was typed into the search of a list."""
    return asked.get("q", "").replace("\x00", "")[:LONGEST_SEARCH]


def place(text: str) -> tuple[str, int] | None:
    """Return the place in a list after which a page begins; None for its beginning."""
    match = PLACE.fullmatch(text.replace(" ", "+"))
    try:
        return (datetime.fromisoformat(match[1]).isoformat(), int(match[2])) if match else None
    except ValueError:
        return None


def address(query: Mapping[str, object]) -> str:
    """Return the query of an address; what is empty is left out."""
    return "?" + urlencode({name: value for name, value in query.items() if value})


def key_of(post: Post) -> str:
    """Return a post as addresses write it."""
    return f"{post.role}.{post.unit_code}"


def unit_ids(actor: Actor) -> list[int]:
    """Return the units on whose dossiers somebody works."""
    return sorted(actor.working_units)
