# SPDX-License-Identifier: Apache-2.0
"""The ledger begins with the bills and receipts there are, and refuses change from then on."""

from __future__ import annotations

from django.db import migrations

FORWARD = """
INSERT INTO payments_movement
  (bill_id, kind, amount_vnd, method, reference, unit_id, cashier_code, at)
SELECT id, 'owed', total_vnd, '', '', unit_id, 'system', issued_at
  FROM payments_bill WHERE total_vnd > 0;
INSERT INTO payments_movement
  (bill_id, kind, amount_vnd, method, reference, unit_id, cashier_code, at)
SELECT bill_id, 'paid', -amount_vnd::bigint, method, number, unit_id, cashier_code, at
  FROM payments_receipt WHERE amount_vnd > 0;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payments_movement
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
"""
BACKWARD = """
DROP TRIGGER append_only ON payments_movement;
DELETE FROM payments_movement;
"""


class Migration(migrations.Migration):
    """Fills the ledger and lays the trigger."""

    dependencies = [("payments", "0003_ledger_accounts_online")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
