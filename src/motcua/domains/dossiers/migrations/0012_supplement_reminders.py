# SPDX-License-Identifier: Apache-2.0
"""Let a request for a supplement remember that its applicant was reminded."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0011_signature_submitted'),
    ]

    operations = [
        migrations.AddField(
            model_name='supplementrequest',
            name='reminded_at',
            field=models.DateTimeField(null=True),
        ),
    ]
