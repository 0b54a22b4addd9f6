# SPDX-License-Identifier: Apache-2.0
"""Let people find the submitted dossiers they have signed."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0010_printed_volumes")]

    operations = [
        migrations.AddIndex(
            model_name="cosignature",
            index=models.Index(
                condition=models.Q(("dossier__isnull", False)),
                fields=["personal_id", "-id"],
                name="signature_submitted",
            ),
        ),
    ]
