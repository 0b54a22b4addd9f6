# SPDX-License-Identifier: Apache-2.0
"""Django tools without domain: clock, access, audit chain, outbox events, idempotency, files.

Tables: AuditEntry, AuditCheckpoint, OutboxEvent, Command, DataUse.
"""
