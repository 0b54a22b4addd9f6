# SPDX-License-Identifier: Apache-2.0
"""Payments: what a dossier costs and what was paid for it.

Tables: Bill, BillLine, Receipt, ReceiptCounter. Events: BillIssued, BillPaid.
Readers: dossiers, desk, portal, quality.
"""
