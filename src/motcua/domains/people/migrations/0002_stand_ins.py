# SPDX-License-Identifier: Apache-2.0
import django.contrib.postgres.constraints
import django.db.models.deletion
import motcua.kit.periods
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_accounts_posts_sessions'),
        ('units', '0001_places_agencies_calendar'),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('role', models.CharField(choices=[('counter', 'counter'), ('specialist', 'specialist'), ('leader', 'leader'), ('clerk', 'clerk'), ('unit_admin', 'unit_admin'), ('director', 'director'), ('configurator', 'configurator'), ('operator', 'operator')], max_length=20)),
                ('reason', models.CharField(max_length=300)),
                ('named_by', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('absent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stand_in', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'indexes': [models.Index(fields=['stand_in', 'valid_to'], name='delegation_stand_in')],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('absent', '='), ('unit', '='), ('role', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='delegation_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', False), ('valid_to__gte', models.F('valid_from'))), name='delegation_ends'), models.CheckConstraint(condition=models.Q(('absent', models.F('stand_in')), _negated=True), name='delegation_to_another')],
            },
        ),
    ]
