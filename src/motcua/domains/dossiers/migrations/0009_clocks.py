# SPDX-License-Identifier: Apache-2.0
"""Make the tables of second supplements, paper-first results, alerts and redating."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0008_linkages_batches_assignments'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0001_files_papers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Redating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.BigIntegerField(unique=True)),
                ('first_on', models.DateField()),
                ('agency_id', models.BigIntegerField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('last_id', models.BigIntegerField(default=0)),
                ('done_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='supplementrequest',
            name='approved_by',
            field=models.CharField(blank=True, db_default='', max_length=80),
        ),
        migrations.AddField(
            model_name='supplementrequest',
            name='late',
            field=models.BooleanField(db_default=False),
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.SmallIntegerField(choices=[(1, 'Due Soon'), (2, 'Overdue'), (3, 'Overdue A Day')])),
                ('due_at', models.DateTimeField()),
                ('role', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'role', '-id'], name='alert_post')],
                'constraints': [models.UniqueConstraint(fields=('dossier', 'level', 'due_at'), name='alert_once')],
            },
        ),
        migrations.CreateModel(
            name='PaperFirst',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handed_at', models.DateTimeField()),
                ('handed_to', models.CharField(max_length=200)),
                ('why', models.CharField(max_length=2000)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=80)),
                ('officer_name', models.CharField(max_length=200)),
                ('reconciled_at', models.DateTimeField(null=True)),
                ('reconciled_by', models.CharField(blank=True, max_length=80)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('reconciled_at__isnull', True)), fields=['recorded_at', 'id'], name='paper_first_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(('handed_at__lte', models.F('recorded_at'))), name='paper_first_lies_in_the_past')],
            },
        ),
        migrations.CreateModel(
            name='SecondRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('requested_at', models.DateTimeField()),
                ('requested_by', models.CharField(max_length=80)),
                ('officer_name', models.CharField(max_length=200)),
                ('until_on', models.DateField()),
                ('guide', models.CharField(blank=True, max_length=2000)),
                ('items', models.JSONField()),
                ('reason', models.CharField(max_length=2000)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.CharField(blank=True, max_length=80)),
                ('approved', models.BooleanField(null=True)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at__isnull', True)), fields=('dossier',), name='one_open_second_request'), models.CheckConstraint(condition=models.Q(models.Q(('approved__isnull', True), ('decided_at__isnull', True)), models.Q(('approved__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='second_request_decided')],
            },
        ),
    ]
