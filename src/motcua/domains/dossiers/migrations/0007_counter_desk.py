# SPDX-License-Identifier: Apache-2.0
"""Make the tables of common receipts, hand-over lists, collections and parcels."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0006_slips'),
        ('units', '0001_places_agencies_calendar'),
        ('vault', '0002_papers_described'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=50, unique=True)),
                ('opened_at', models.DateTimeField()),
                ('opened_by', models.CharField(max_length=80)),
                ('officer_name', models.CharField(max_length=200)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
        ),
        migrations.CreateModel(
            name='BundleRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('joined_at', models.DateTimeField()),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='dossiers.bundle')),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bundle_row', to='dossiers.dossier')),
            ],
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=50, unique=True)),
                ('kind', models.CharField(choices=[('papers', 'Papers'), ('results', 'Results')], max_length=8)),
                ('given_at', models.DateTimeField()),
                ('given_by', models.CharField(max_length=80)),
                ('giver_name', models.CharField(max_length=200)),
                ('closed_at', models.DateTimeField(null=True)),
                ('from_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('to_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
        ),
        migrations.CreateModel(
            name='HandoverRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(blank=True, choices=[('', 'Open'), ('confirmed', 'Confirmed'), ('refused', 'Refused')], default='', max_length=10)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by', models.CharField(blank=True, max_length=80)),
                ('settler_name', models.CharField(blank=True, max_length=200)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handover_rows', to='dossiers.dossier')),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='dossiers.handover')),
            ],
        ),
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tracking_number', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('sent', 'Sent'), ('delivered', 'Delivered'), ('came_back', 'Came Back'), ('fetched', 'Fetched')], default='sent', max_length=10)),
                ('sent_at', models.DateTimeField()),
                ('sent_by', models.CharField(max_length=80)),
                ('sender_name', models.CharField(max_length=200)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by', models.CharField(blank=True, max_length=80)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parcels', to='dossiers.dossier')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
        ),
        migrations.CreateModel(
            name='Collection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collector_name', models.CharField(max_length=200)),
                ('collector_id_number', models.CharField(max_length=20)),
                ('relation', models.CharField(max_length=200)),
                ('statement', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
                ('checked_by', models.CharField(max_length=80)),
                ('checker_name', models.CharField(max_length=200)),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='collection', to='dossiers.dossier')),
                ('proof_paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.paper')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('proof_paper__isnull', False), models.Q(('statement', ''), _negated=True), _connector='OR'), name='collection_proved')],
            },
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(fields=['from_unit', '-id'], name='handover_given'),
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(fields=['to_unit', '-id'], name='handover_taken'),
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['from_unit'], name='handover_given_open'),
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['to_unit'], name='handover_taken_open'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('from_unit', models.F('to_unit')), _negated=True), name='handover_between_two'),
        ),
        migrations.AddConstraint(
            model_name='handoverrow',
            constraint=models.UniqueConstraint(fields=('handover', 'dossier'), name='handover_row_once'),
        ),
        migrations.AddConstraint(
            model_name='handoverrow',
            constraint=models.UniqueConstraint(condition=models.Q(('settled_at__isnull', True)), fields=('dossier',), name='papers_under_way_once'),
        ),
        migrations.AddConstraint(
            model_name='handoverrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at__isnull', True)), models.Q(('outcome', 'confirmed'), ('settled_at__isnull', False)), models.Q(('outcome', 'refused'), ('settled_at__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='handover_row_settled_with_time_and_reason'),
        ),
        migrations.AddIndex(
            model_name='parcel',
            index=models.Index(condition=models.Q(('state__in', ['sent', 'came_back'])), fields=['unit', 'sent_at'], name='parcel_not_delivered'),
        ),
        migrations.AddConstraint(
            model_name='parcel',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'sent')), fields=('dossier',), name='parcel_under_way_once'),
        ),
        migrations.AddConstraint(
            model_name='parcel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='parcel_settled_with_time'),
        ),
    ]
