# SPDX-License-Identifier: Apache-2.0
"""Windows, queue tickets and appointments."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('units', '0001_places_agencies_calendar'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Window',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=1), default=list, size=None)),
                ('in_use', models.BooleanField(default=True)),
                ('officer_code', models.CharField(blank=True, max_length=80)),
                ('opened_at', models.DateTimeField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
        ),
        migrations.CreateModel(
            name='Ticket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('letter', models.CharField(max_length=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('code', models.CharField(max_length=10, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('called', 'Called'), ('serving', 'Serving'), ('held', 'Held'), ('missed', 'Missed'), ('done', 'Done')], default='waiting', max_length=8)),
                ('booked', models.BooleanField(default=False)),
                ('taken_at', models.DateTimeField()),
                ('called_at', models.DateTimeField(null=True)),
                ('calls', models.PositiveSmallIntegerField(default=0)),
                ('served_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('window', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='counters.window')),
            ],
        ),
        migrations.CreateModel(
            name='QueueDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('version', models.PositiveIntegerField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'on'), name='queue_day_of_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('letter', models.CharField(max_length=1)),
                ('code', models.CharField(max_length=10, unique=True)),
                ('state', models.CharField(choices=[('booked', 'Booked'), ('cancelled', 'Cancelled'), ('arrived', 'Arrived')], default='booked', max_length=9)),
                ('booked_at', models.DateTimeField()),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('ticket', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='counters.ticket')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'starts_at'], name='appointment_time')],
            },
        ),
        migrations.CreateModel(
            name='TicketCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('letter', models.CharField(max_length=1)),
                ('last', models.PositiveSmallIntegerField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'on', 'letter'), name='counter_of_a_line')],
            },
        ),
        migrations.CreateModel(
            name='TicketLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.CharField(max_length=1)),
                ('title_vi', models.CharField(max_length=80)),
                ('title_en', models.CharField(max_length=80)),
                ('open', models.BooleanField(default=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'letter'), name='line_once_per_unit')],
            },
        ),
        migrations.AddConstraint(
            model_name='window',
            constraint=models.UniqueConstraint(fields=('unit', 'number'), name='window_once_per_unit'),
        ),
        migrations.AddConstraint(
            model_name='window',
            constraint=models.UniqueConstraint(condition=models.Q(('officer_code', ''), _negated=True), fields=('officer_code',), name='window_one_per_officer'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(fields=['unit', 'on', 'state'], name='ticket_day'),
        ),
        migrations.AddConstraint(
            model_name='ticket',
            constraint=models.UniqueConstraint(fields=('unit', 'on', 'letter', 'number'), name='ticket_number_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='ticket',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['called', 'serving'])), fields=('window',), name='ticket_one_at_a_window'),
        ),
    ]
