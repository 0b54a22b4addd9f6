# SPDX-License-Identifier: Apache-2.0
"""Drop the indexes that no list and no search reads: every step paid for them."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0001_dossiers'),
        ('procedures', '0002_refuse_changes'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0001_files_papers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='dossier',
            name='account',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='code',
            field=models.CharField(max_length=50),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='competent_unit',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='desk_unit',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='receiving_unit',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='result_paper',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='return_unit',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='support_unit',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency'),
        ),
        migrations.AlterField(
            model_name='dossier',
            name='version',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='procedures.procedureversion'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.UniqueConstraint(fields=('code',), name='dossier_code'),
        ),
    ]
