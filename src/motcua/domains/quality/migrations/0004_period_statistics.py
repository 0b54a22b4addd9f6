# SPDX-License-Identifier: Apache-2.0
"""Facts of the period statistics: legal due moment, officer, verdicts."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quality', '0003_result_digitised'),
    ]

    operations = [
        migrations.AddField(
            model_name='dossierfact',
            name='legal_due_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='dossierfact',
            name='legal_verdict',
            field=models.CharField(blank=True, db_default='', max_length=8),
        ),
        migrations.AddField(
            model_name='dossierfact',
            name='officer_code',
            field=models.CharField(blank=True, db_default='', max_length=80),
        ),
        migrations.AddField(
            model_name='dossierfact',
            name='verdict',
            field=models.CharField(blank=True, db_default='', max_length=8),
        ),
        migrations.AddIndex(
            model_name='dossierfact',
            index=models.Index(fields=['receiving_unit_id', 'received_at'], name='fact_received_at'),
        ),
    ]
