# SPDX-License-Identifier: Apache-2.0
"""Receipts there are cover their whole bill; a line keeps the receipt it stands on."""

from __future__ import annotations

from django.db import migrations

FORWARD = """
UPDATE payments_billline l SET receipt_id = r.id
  FROM payments_receipt r WHERE r.bill_id = l.bill_id;
UPDATE payments_refund f SET receipt_id = r.id
  FROM payments_receipt r WHERE r.bill_id = f.bill_id;
UPDATE payments_onlinepayment o SET fee_codes = coalesce(
  (SELECT array_agg(l.code ORDER BY l.id) FROM payments_billline l
    WHERE l.bill_id = o.bill_id AND l.amount_vnd > 0), '{}');
CREATE TRIGGER on_one_receipt BEFORE UPDATE OF receipt_id ON payments_billline
  FOR EACH ROW WHEN (OLD.receipt_id IS NOT NULL AND NEW.receipt_id IS DISTINCT FROM OLD.receipt_id)
  EXECUTE FUNCTION kit_refuse_change();
"""
BACKWARD = """
DROP TRIGGER on_one_receipt ON payments_billline;
"""


class Migration(migrations.Migration):
    """Says which receipt a line stands on and lays the trigger."""

    dependencies = [("payments", "0006_parts_of_bills")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
