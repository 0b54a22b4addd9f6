# SPDX-License-Identifier: Apache-2.0
"""Official forms issued for dossiers, which nobody changes afterwards, and their numbers."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossiers_slip
  FOR EACH STATEMENT EXECUTE FUNCTION kit_refuse_change();
"""
BACKWARD = "DROP TRIGGER append_only ON dossiers_slip;"


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0002_refuse_changes_of_the_log'),
        ('dossiers', '0005_search_by_words'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0002_papers_described'),
    ]

    operations = [
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('about', models.CharField(max_length=80)),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('year', models.PositiveSmallIntegerField()),
                ('ordinal', models.PositiveIntegerField()),
                ('number', models.CharField(max_length=40)),
                ('values', models.JSONField()),
                ('dated_at', models.DateTimeField()),
                ('issued_at', models.DateTimeField()),
                ('issued_by', models.CharField(max_length=80)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='dossiers.dossier')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('dossier', 'kind', 'about', 'edition'), name='slip_once'), models.UniqueConstraint(fields=('unit', 'kind', 'year', 'ordinal'), name='slip_number_once')],
            },
        ),
        migrations.CreateModel(
            name='SlipCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'year'), name='slip_series')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
