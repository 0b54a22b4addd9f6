# SPDX-License-Identifier: Apache-2.0
"""Count vain attempts in one place for all web processes."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0002_refuse_changes_of_the_log'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('key', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('failures', models.PositiveIntegerField()),
                ('until', models.DateTimeField()),
            ],
        ),
    ]
