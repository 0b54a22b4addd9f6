# SPDX-License-Identifier: Apache-2.0
"""Prints codes of dossiers taken by the acts themselves to a specialist's desk: a child process."""

from __future__ import annotations

import sys
from uuid import uuid4

from motcua.faces.cli.ready import prepare

prepare()

from motcua.domains.dossiers.acts.advance import advance  # noqa: E402
from motcua.domains.dossiers.acts.receive import receive  # noqa: E402
from motcua.domains.dossiers.acts.submit import submit  # noqa: E402
from motcua.domains.dossiers.application import Application  # noqa: E402
from motcua.domains.dossiers.ledger import By  # noqa: E402
from motcua.domains.dossiers.models.dossier import Channel, Source  # noqa: E402
from motcua.domains.people import queries as people  # noqa: E402
from motcua.domains.people.models import Account  # noqa: E402
from motcua.domains.procedures import queries as procedures  # noqa: E402
from motcua.kit import clock, datafiles  # noqa: E402
from motcua.kit.access import GUEST, Actor  # noqa: E402

PROCEDURE = "1.013225"
COUNTER, SPECIALIST = "lannt101", "binhnv102"


def official(name: str) -> Actor:
    """An official of the demonstration, by sign-in name."""
    return people.actor_of(Account.objects.get(sign_in_name=name).pk, clock.now())


def main(number: int) -> None:
    """Submit online, receive and hand over; one code a line."""
    counter, specialist = official(COUNTER), official(SPECIALIST)
    version = procedures.current(PROCEDURE, clock.today())
    answers = datafiles.read_yaml(datafiles.root() / "demo" / "answers" / f"{PROCEDURE}.yaml")
    application = Application(
        version_id=version.id,
        channel=Channel.ONLINE,
        answers=answers["answers"],
        competent_unit_id=specialist.posts[0].unit_id,
        presented=tuple(kind.code for kind in version.papers),
        source=Source.SYNTHETIC,
    )
    for _ in range(number):
        code = submit(by=By(GUEST, clock.now(), uuid4()), application=application).code
        receive(by=By(counter, clock.now(), uuid4()), code=code)
        done = advance(by=By(counter, clock.now(), uuid4()), code=code, action="hand_over")
        print(code, done.seq)


main(int(sys.argv[1]))
