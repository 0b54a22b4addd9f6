# SPDX-License-Identifier: Apache-2.0
"""Let the list of what waits for citizens stay flat, and require receipt for status 2."""

from __future__ import annotations

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0002_fewer_indexes'),
        ('procedures', '0002_refuse_changes'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0001_files_papers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='dossier',
            name='dossier_worked_on_only_after_receipt',
        ),
        migrations.RemoveIndex(
            model_name='dossier',
            name='dossier_competent',
        ),
        migrations.RemoveIndex(
            model_name='dossier',
            name='dossier_receiving',
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(condition=models.Q(('status__in', [5, 6])), fields=['competent_unit', '-id'], name='dossier_waiting_competent'),
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(condition=models.Q(('status__in', [5, 6])), fields=['receiving_unit', '-id'], name='dossier_waiting_receiving'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', [1, 3, 5, 7, 8]), ('received_at__isnull', False), _connector='OR'), name='dossier_worked_on_only_after_receipt'),
        ),
    ]
