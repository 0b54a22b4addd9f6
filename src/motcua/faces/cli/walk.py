# SPDX-License-Identifier: Apache-2.0
"""`motcua walk`: takes one dossier through the running system, as an applicant and officials do."""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import asdict, dataclass

from motcua.faces.cli.walking.applicant import submit
from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.office import Office
from motcua.faces.cli.walking.officials import Staff
from motcua.faces.cli.walking.town import Town
from motcua.kit import clock
from motcua.kit.env import Env, read_text
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_
from motcua.rules.workflow import Status

NAME = "walk"


@dataclass(frozen=True, slots=True)
class Station:
    """One act of the walk, and the status it left."""

    act: str
    at: str
    status: int
    role: str


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(NAME, help="take one dossier through the running system")
    parser.add_argument("--procedure", required=True, metavar="CODE", help="the national code")
    parser.add_argument("--unit", metavar="CODE", help="agency code or statistics code")
    parser.add_argument("--url", help="address of the system (default: the running one)")
    parser.add_argument("--json", action="store_true", help="print the walk as JSON")


def run(args: argparse.Namespace) -> int:
    """Walk; 0 only when every result was returned. Only in a demonstration."""
    env = Env.read(os.environ)
    if not env.demo:
        raise Refusal(N_("A walk belongs into a demonstration only."))
    address = args.url or read_text(env.run_root / "address") or env.public_url
    began, town = time.monotonic(), Town()
    submitted = submit(Browser(address), args.procedure, town=town, unit=args.unit)
    stations = [_station("submit", Status.SUBMITTED, "applicant")]
    office = Office(Staff(address, town), submitted.dossiers)
    for done in office.work():
        stations.append(_station(done.act, done.status, done.role))
    final = office.status
    _tell(args.json, submitted.code, stations, final, time.monotonic() - began)
    return 0 if final == Status.RETURNED else 1


def _station(act: str, status: int, role: str) -> Station:
    at = clock.now().astimezone(clock.VN).isoformat(timespec="milliseconds")
    return Station(act, at, int(status), role)


def _tell(as_json: bool, code: str, stations: list[Station], final: int, seconds: float) -> None:
    if as_json:
        walked = {
            "dossier": code,
            "stations": [asdict(station) for station in stations],
            "final_status": final,
            "seconds": round(seconds, 2),
        }
        print(json.dumps(walked, ensure_ascii=False))
        return
    for station in stations:
        print(f"{station.at}  {station.status:>2}  {station.role:<12} {station.act}")
    print(f"{code}  {final}  {seconds:.1f} s")
