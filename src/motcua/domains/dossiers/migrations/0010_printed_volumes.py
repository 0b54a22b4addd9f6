# SPDX-License-Identifier: Apache-2.0
"""Let a run keep several papers of printed forms."""

from __future__ import annotations

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0009_clocks'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='batchrun',
            name='paper',
        ),
        migrations.AddField(
            model_name='batchrun',
            name='volumes',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None),
        ),
    ]
