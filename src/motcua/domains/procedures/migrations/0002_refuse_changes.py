# SPDX-License-Identifier: Apache-2.0
"""The database refuses to change or delete a published version; only its end may be set."""

from django.db import migrations

GUARD = """
CREATE FUNCTION procedures_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a published version is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (to_jsonb(NEW) - 'valid_to') IS DISTINCT FROM (to_jsonb(OLD) - 'valid_to') THEN
        RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER procedures_version_immutable
    BEFORE UPDATE OR DELETE ON procedures_procedureversion
    FOR EACH ROW EXECUTE FUNCTION procedures_version_guard();
"""

RELEASE = """
DROP TRIGGER procedures_version_immutable ON procedures_procedureversion;
DROP FUNCTION procedures_version_guard();
"""


class Migration(migrations.Migration):

    dependencies = [("procedures", "0001_immutable_versions")]

    operations = [migrations.RunSQL(GUARD, RELEASE)]
