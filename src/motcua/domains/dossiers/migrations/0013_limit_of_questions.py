# SPDX-License-Identifier: Apache-2.0
"""Keep the limit that asked units were given, so that a changed calendar can move their dates."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0012_supplement_reminders")]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="within",
            field=models.CharField(blank=True, db_default="", max_length=10),
        )
    ]
