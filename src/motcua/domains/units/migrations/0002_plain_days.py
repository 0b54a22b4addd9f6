# SPDX-License-Identifier: Apache-2.0
"""Let a day be plain against what the file of days or the days of all say of it."""

from __future__ import annotations

from django.db import migrations, models

KINDS = [
    ("holiday", "Holiday"),
    ("observed", "Observed"),
    ("swap_off", "Swap Off"),
    ("swap_work", "Swap Work"),
    ("plain", "Plain"),
]


class Migration(migrations.Migration):
    dependencies = [("units", "0001_places_agencies_calendar")]

    operations = [
        migrations.AlterField(
            model_name="calendarday",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=10),
        ),
    ]
