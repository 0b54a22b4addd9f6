# SPDX-License-Identifier: Apache-2.0
"""The log refuses update, delete and truncate in the database itself."""

from __future__ import annotations

from django.db import migrations

FORWARD = """
CREATE FUNCTION kit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kit_auditentry
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kit_auditcheckpoint
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kit_datause
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
"""
BACKWARD = """
DROP TRIGGER append_only ON kit_datause;
DROP TRIGGER append_only ON kit_auditcheckpoint;
DROP TRIGGER append_only ON kit_auditentry;
DROP FUNCTION kit_refuse_change();
"""


class Migration(migrations.Migration):
    """Lays the triggers."""

    dependencies = [("kit", "0001_audit_outbox_commands")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
