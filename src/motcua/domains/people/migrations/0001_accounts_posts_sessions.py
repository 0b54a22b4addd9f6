# SPDX-License-Identifier: Apache-2.0
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import motcua.kit.periods
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('units', '0001_places_agencies_calendar'),
    ]

    operations = [
        migrations.RunSQL(
            'CREATE SEQUENCE people_account_number',
            reverse_sql='DROP SEQUENCE people_account_number',
        ),
        migrations.CreateModel(
            name='UnknownName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_hash', models.CharField(max_length=64, unique=True)),
                ('failed_attempts', models.PositiveSmallIntegerField(default=0)),
                ('locked_until', models.DateTimeField(null=True)),
                ('last_failed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128)),
                ('kind', models.CharField(choices=[('official', 'Official'), ('citizen', 'Citizen'), ('client', 'Client'), ('system', 'System')], max_length=10)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('sign_in_name', models.CharField(max_length=120, unique=True)),
                ('full_name', models.CharField(max_length=200)),
                ('email', models.EmailField(blank=True, max_length=200)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('personal_id', models.CharField(blank=True, max_length=12)),
                ('birth_on', models.DateField(null=True)),
                ('sex', models.CharField(choices=[('male', 'Male'), ('female', 'Female'), ('unknown', 'Unknown')], default='unknown', max_length=10)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('identity_level', models.PositiveSmallIntegerField(default=0)),
                ('is_active', models.BooleanField(default=True)),
                ('failed_attempts', models.PositiveSmallIntegerField(default=0)),
                ('locked_until', models.DateTimeField(null=True)),
                ('password_set_at', models.DateTimeField(null=True)),
                ('source', models.CharField(choices=[('real', 'Real'), ('synthetic', 'Synthetic')], default='real', max_length=10)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('personal_id', ''), _negated=True), fields=('kind', 'personal_id'), name='account_one_per_person'), models.UniqueConstraint(condition=models.Q(('kind', 'official'), models.Q(('email', ''), _negated=True)), fields=('kind', 'email'), name='account_one_per_official_email'), models.CheckConstraint(condition=models.Q(('identity_level__lte', 2)), name='account_identity_level')],
            },
        ),
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=80)),
                ('secret_hash', models.BinaryField(max_length=32, unique=True)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('valid_from', models.DateTimeField()),
                ('valid_to', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('role', models.CharField(choices=[('counter', 'counter'), ('specialist', 'specialist'), ('leader', 'leader'), ('clerk', 'clerk'), ('unit_admin', 'unit_admin'), ('director', 'director'), ('configurator', 'configurator'), ('operator', 'operator')], max_length=20)),
                ('position_vi', models.CharField(blank=True, max_length=120)),
                ('position_en', models.CharField(blank=True, max_length=120)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'role'], name='holding_unit_role')],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('account', '='), ('unit', '='), ('role', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='holding_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='holding_period')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_hash', models.BinaryField(max_length=32, unique=True)),
                ('device', models.CharField(blank=True, max_length=80)),
                ('payload', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField()),
                ('last_seen_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('revoked_at__isnull', True)), fields=['account', '-last_seen_at'], name='session_of_account'), models.Index(fields=['expires_at'], name='session_expiry')],
            },
        ),
        migrations.CreateModel(
            name='SignInRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('act', models.CharField(choices=[('signed_in', 'Signed In'), ('refused', 'Refused'), ('locked', 'Locked'), ('signed_out', 'Signed Out'), ('revoked', 'Revoked')], max_length=10)),
                ('session_id', models.BigIntegerField(null=True)),
                ('ip', models.GenericIPAddressField(null=True)),
                ('port', models.PositiveIntegerField(null=True)),
                ('device', models.CharField(blank=True, max_length=80)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('act', 'refused')), fields=['ip', 'at'], name='sign_in_refused_at'), models.Index(fields=['account', 'at'], name='sign_in_of_account')],
            },
        ),
    ]
