# SPDX-License-Identifier: Apache-2.0
"""Let a row of a batch remember where its dossier stood when the act was asked for."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0013_limit_of_questions")]

    operations = [
        migrations.AddField(
            model_name="batchrow", name="seen", field=models.IntegerField(null=True)
        )
    ]
