# SPDX-License-Identifier: Apache-2.0
"""The platform: takes payments in, lets them be paid, answers questions, calls back; as WSGI."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from motcua.kit.standin import pages
from motcua.kit.standin.web import Asked, Reply
from motcua.partners.payment_gateway import mapping
from motcua.partners.payment_gateway.sandbox.callbacks import call_back
from motcua.partners.payment_gateway.sandbox.faults import WORDING, Misbehaviour
from motcua.partners.payment_gateway.sandbox.orders import Order, Orders, State
from motcua.partners.payment_gateway.sandbox.settings import Settings

render = partial(pages.render, Path(__file__).parent / "templates")
DECISIONS = {"pay": State.PAID, "fail": State.FAILED}
PAGE = "/pay/"


class Platform:
    """The WSGI application; `faults` are the misbehaviours switched on now."""

    def __init__(self, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self.faults: set[Misbehaviour] = set()
        self._sleep = sleep
        self._orders = Orders()

    def __call__(
        self, environ: Mapping[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Answer one WSGI request."""
        reply = self._reply(Asked.read(environ))
        start_response(*reply.start())
        return [reply.body]

    def _reply(self, asked: Asked) -> Reply:
        if (asked.method, asked.path) == ("POST", "/api/payment"):
            return self._api(asked)
        if asked.path.startswith(PAGE):
            return self._page(asked, asked.path.removeprefix(PAGE))
        if (asked.method, asked.path) == ("GET", "/"):
            language = asked.query.get("ui_locales", "")
            return Reply.html(render("home.jinja", language, wording=WORDING, on=self.faults))
        if (asked.method, asked.path) == ("POST", "/faults"):
            return self._switch(asked)
        return Reply.refusal("not_found", HTTPStatus.NOT_FOUND)

    def _switch(self, asked: Asked) -> Reply:
        """Switch on exactly the misbehaviours named."""
        known = {fault.value for fault in Misbehaviour}
        self.faults = {Misbehaviour(name) for name in asked.names if name in known}
        return Reply.to("/", ui_locales=asked.form.get("ui_locales", ""))

    def _api(self, asked: Asked) -> Reply:
        if Misbehaviour.SLOW in self.faults:
            self._sleep(self.settings.slow_seconds)
        if Misbehaviour.DOWN in self.faults:
            return Reply.refusal("server_error", HTTPStatus.INTERNAL_SERVER_ERROR)
        try:
            message = json.loads(asked.body)
            kind = message["LoaiBanTin"]
        except (ValueError, KeyError, TypeError):
            return _answer("BAD_MESSAGE")
        fields = {"INIT": mapping.INIT_FIELDS, "QUERY": mapping.QUERY_FIELDS}.get(kind, ())
        known = mapping.signature(message, fields, self.settings.partner.secret)
        if not fields or message.get("MaXacThuc") != known:
            return _answer("WRONG_HASH")
        return self._take_in(message) if kind == "INIT" else self._tell(message)

    def _take_in(self, message: Mapping[str, Any]) -> Reply:
        receipt = message.get("ThongTinBienLai", {})
        order = self._orders.take_in(
            Order(
                reference=message["MaThamChieu"],
                amount=message["SoTien"],
                about=receipt.get("MaHoSo", ""),
                to_name=receipt.get("TenTKThuHuong", ""),
                to_account=receipt.get("TKThuHuong", ""),
            )
        )
        return _answer(mapping.OK, UrlThanhToan=f"{self.settings.address}{PAGE}{order.token}")

    def _tell(self, message: Mapping[str, Any]) -> Reply:
        order = self._orders.by_reference(message["MaThamChieu"])
        if order is None:
            return _answer(mapping.UNKNOWN_ORDER)
        return _answer(
            mapping.OK, MaThamChieu=order.reference, TrangThaiGD=order.state.value,
            SoTien=order.amount, MaGiaoDich=order.transaction,
        )  # fmt: skip

    def _page(self, asked: Asked, token: str) -> Reply:
        order, language = self._orders.by_token(token), asked.query.get("ui_locales", "")
        if order is None or order.state is not State.NEW:
            back = self.settings.returns_to % order.reference if order else ""
            return Reply.html(render("over.jinja", language, back=back), HTTPStatus.GONE)
        if asked.method == "POST":
            return self._decide(asked, order)
        amount = f"{int(order.amount):,}".replace(",", ".")
        page = render("pay.jinja", language, order=order, amount=amount, token=token)
        return Reply.html(page)

    def _decide(self, asked: Asked, order: Order) -> Reply:
        """Pay, fail or leave; the callback goes its own way, beside the payer's return."""
        state = DECISIONS.get(asked.form.get("action", ""))
        ended = self._orders.decide(order, state) if state else None
        if ended is not None:
            call_back(self.settings, ended, frozenset(self.faults))
        return Reply.to(self.settings.returns_to % order.reference)


def _answer(code: str, **inner: str) -> Reply:
    return Reply.json({"error_code": code, "message": json.dumps(inner)})
