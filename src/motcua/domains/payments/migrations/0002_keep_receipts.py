# SPDX-License-Identifier: Apache-2.0
"""Receipts refuse update and delete in the database itself."""

from __future__ import annotations

from django.db import migrations

FORWARD = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payments_receipt
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
"""
BACKWARD = "DROP TRIGGER append_only ON payments_receipt;"


class Migration(migrations.Migration):
    """Lays the trigger."""

    dependencies = [
        ("payments", "0001_bills_receipts"),
        ("kit", "0002_refuse_changes_of_the_log"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
