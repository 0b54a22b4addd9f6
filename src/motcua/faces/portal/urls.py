# SPDX-License-Identifier: Apache-2.0
"""Addresses of the portal, in Vietnamese without marks."""

from __future__ import annotations

from django.urls import include, path

from motcua.faces.portal import (
    acting,
    completing,
    dossier,
    filling,
    finding,
    linkage,
    moving,
    own,
    paper_record,
    papers,
    paying,
    places,
    reading,
    receipt,
    slips,
    starting,
    submitting,
    tracking,
)

app_name = "portal"
urlpatterns = [
    path("", include("motcua.faces.portal.account.urls")),
    path("", finding.home, name="home"),
    path("thu-tuc", finding.find, name="find"),
    path("thu-tuc/<str:code>", reading.read, name="read"),
    path("thu-tuc/<str:code>/danh-cho-toi", reading.for_you, name="for_you"),
    path("danh-muc/xa", places.communes, name="communes"),
    path("nop/ho-so/<str:page>", filling.fill, name="form"),
    path("nop/luu/<str:page>", filling.autosave, name="autosave"),
    path("nop/giay-to", papers.papers, name="papers"),
    path("nop/giay-to/<uuid:paper>", paper_record.record, name="paper_record"),
    path("nop/xem-lai", submitting.check, name="check"),
    path("nop/gui", submitting.submit, name="submit"),
    path("nop/xong", receipt.leave, name="leave"),
    path("nop/tiep/<int:draft_id>", starting.go_on, name="go_on"),
    path("nop/<str:code>", starting.start, name="start"),
    path("lien-thong/<str:code>", linkage.linkage, name="linkage"),
    path("lien-thong/<str:code>/da-nop", linkage.receipt, name="linkage_receipt"),
    path("lien-thong/<str:code>/tung-phan", linkage.parts_wish, name="linkage_parts"),
    path("tra-cuu", tracking.track, name="track"),
    path("ho-so", own.mine, name="mine"),
    path("ho-so/da-nop/<str:code>", receipt.receipt, name="receipt"),
    path("ho-so/da-nop/<str:code>/in", receipt.sheet, name="receipt_sheet"),
    path("ho-so/<str:code>", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/bo-sung", completing.complete, name="complete"),
    path("ho-so/<str:code>/giay/<int:slip>", slips.slip_sheet, name="slip_sheet"),
    path("ho-so/<str:code>/giay/<int:slip>/pdf", slips.slip_file, name="slip_file"),
    path("ho-so/<str:code>/rut", acting.take_back, name="withdraw"),
    path("ho-so/<str:code>/noi-tra", moving.move_return, name="move_return"),
    path("ho-so/<str:code>/ket-qua", acting.result, name="result"),
    path("ho-so/<str:code>/danh-gia", acting.vote, name="rate"),
    path("ho-so/<str:code>/thanh-toan", paying.pay, name="pay"),
    path("thanh-toan/<slug:reference>", paying.payment, name="payment"),
    path("thanh-toan/<slug:reference>/ve", paying.payment_back, name="payment_back"),
    path("", include("motcua.faces.portal.queue.urls")),
    path("thong-bao", own.told, name="notices"),
    path("", include("motcua.faces.portal.support.urls")),
]
