# SPDX-License-Identifier: Apache-2.0
"""Payments: what a dossier costs and what was paid for it.

Tables: Bill, BillLine, Receipt, ReceiptCounter, Movement, Refund, OnlinePayment,
BeneficiaryAccount, Statement, Difference. Events: BillIssued, BillPartPaid, BillPaid,
BillRefunded.
Readers: dossiers, desk, portal, quality, payment_gateway, cli.
"""
