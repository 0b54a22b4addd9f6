# SPDX-License-Identifier: Apache-2.0
"""Make the tables of interlinked applications, batches of dossiers and assignments."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0007_counter_desk'),
        ('procedures', '0002_refuse_changes'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0002_papers_described'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BatchRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(unique=True)),
                ('verb', models.CharField(choices=[('advance', 'Advance'), ('assign', 'Assign'), ('print', 'Print'), ('return', 'Return')], max_length=10)),
                ('choices', models.JSONField(default=dict)),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper')),
            ],
        ),
        migrations.CreateModel(
            name='BatchRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('dossier_code', models.CharField(max_length=50)),
                ('attempt', models.PositiveSmallIntegerField(default=1)),
                ('state', models.SmallIntegerField(choices=[(0, 'Waiting'), (1, 'Done'), (2, 'Failed'), (3, 'Cancelled')], default=0)),
                ('said', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(null=True)),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='dossiers.batchrun')),
            ],
        ),
        migrations.CreateModel(
            name='Linkage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=50, unique=True)),
                ('channel', models.SmallIntegerField(choices=[(1, 'Counter'), (2, 'Online'), (3, 'Post')])),
                ('source', models.CharField(choices=[('real', 'Real'), ('synthetic', 'Synthetic')], max_length=10)),
                ('applicant_name', models.CharField(max_length=200)),
                ('submitted_at', models.DateTimeField()),
                ('in_parts', models.BooleanField(default=False)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiving_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='procedures.procedureversion')),
            ],
        ),
        migrations.CreateModel(
            name='LinkedPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=40)),
                ('waits_for', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('results', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=dict)),
                ('papers', models.JSONField(default=list)),
                ('presented', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('opened_at', models.DateTimeField(null=True)),
                ('competent_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('dossier', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='linked_part', to='dossiers.dossier')),
                ('linkage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='dossiers.linkage')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='procedures.procedureversion')),
            ],
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40)),
                ('role', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=80)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='assignment', to='dossiers.dossier')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'indexes': [models.Index(fields=['account', 'step'], name='assignment_account')],
            },
        ),
        migrations.AddIndex(
            model_name='batchrun',
            index=models.Index(fields=['account', '-id'], name='batch_run_account'),
        ),
        migrations.AddIndex(
            model_name='batchrun',
            index=models.Index(condition=models.Q(('finished_at__isnull', True)), fields=['id'], name='batch_run_open'),
        ),
        migrations.AddIndex(
            model_name='batchrow',
            index=models.Index(fields=['run', 'state', 'place'], name='batch_row_state'),
        ),
        migrations.AddConstraint(
            model_name='batchrow',
            constraint=models.UniqueConstraint(fields=('run', 'place'), name='batch_row_place'),
        ),
        migrations.AddConstraint(
            model_name='batchrow',
            constraint=models.UniqueConstraint(fields=('run', 'dossier_code'), name='batch_row_once'),
        ),
        migrations.AddIndex(
            model_name='linkedpart',
            index=models.Index(condition=models.Q(('dossier__isnull', True)), fields=['linkage'], name='linked_part_waits'),
        ),
        migrations.AddConstraint(
            model_name='linkedpart',
            constraint=models.UniqueConstraint(fields=('linkage', 'place'), name='linked_part_place'),
        ),
        migrations.AddConstraint(
            model_name='linkedpart',
            constraint=models.UniqueConstraint(fields=('linkage', 'name'), name='linked_part_name'),
        ),
    ]
