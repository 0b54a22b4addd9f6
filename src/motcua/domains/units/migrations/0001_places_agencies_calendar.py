# SPDX-License-Identifier: Apache-2.0
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import motcua.kit.periods
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Commune',
            fields=[
                ('code', models.CharField(max_length=5, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False)),
                ('agency_code', models.CharField(max_length=4, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='ReferenceState',
            fields=[
                ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('token', models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20, unique=True)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('code_kind', models.CharField(choices=[('real', 'Real'), ('synthetic', 'Synthetic')], max_length=10)),
                ('level', models.CharField(choices=[('region', 'Region'), ('province', 'Province'), ('commune', 'Commune')], max_length=10)),
                ('kind', models.CharField(choices=[('people_committee', 'People Committee'), ('office', 'Office'), ('department', 'Department'), ('board', 'Board'), ('inspectorate', 'Inspectorate'), ('service_centre', 'Service Centre'), ('service_point', 'Service Point'), ('public_unit', 'Public Unit'), ('vertical', 'Vertical'), ('press', 'Press'), ('council_office', 'Council Office')], max_length=20)),
                ('scored', models.BooleanField(default=False)),
                ('one_stop', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='serves', to='units.agency')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='units.agency')),
                ('commune', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='units.commune')),
            ],
        ),
        migrations.AddField(
            model_name='commune',
            name='province',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='units.province'),
        ),
        migrations.CreateModel(
            name='AgencyName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('name_vi', models.CharField(max_length=200)),
                ('name_en', models.CharField(max_length=200)),
                ('short_name', models.CharField(max_length=80)),
                ('sort_key', models.CharField(db_collation='C', max_length=400)),
                ('decided_by', models.CharField(blank=True, max_length=120)),
                ('to_verify', models.BooleanField(default=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='units.agency')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('agency', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='agency_name_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('kind', models.CharField(choices=[('holiday', 'Holiday'), ('observed', 'Observed'), ('swap_off', 'Swap Off'), ('swap_work', 'Swap Work')], max_length=10)),
                ('name_vi', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('decision_no', models.CharField(blank=True, max_length=120)),
                ('to_verify', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='units.agency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('date', 'agency'), name='calendar_day_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='CommuneName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('province', 'Province'), ('city', 'City'), ('ward', 'Ward'), ('commune', 'Commune'), ('special_zone', 'Special Zone')], max_length=12)),
                ('name_vi', models.CharField(max_length=80)),
                ('name_en', models.CharField(max_length=80)),
                ('short_name', models.CharField(max_length=80)),
                ('sort_key', models.CharField(db_collation='C', max_length=200)),
                ('decided_by', models.CharField(blank=True, max_length=120)),
                ('to_verify', models.BooleanField(default=False)),
                ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='units.commune')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('commune', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='commune_name_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='FormerUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5)),
                ('name_vi', models.CharField(max_length=80)),
                ('district', models.CharField(max_length=80)),
                ('province', models.CharField(max_length=80)),
                ('partly', models.BooleanField()),
                ('resolution', models.CharField(max_length=40)),
                ('merged_on', models.DateField()),
                ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former', to='units.commune')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'commune'), name='former_unit_once_per_commune')],
            },
        ),
        migrations.CreateModel(
            name='OfficeHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('spans', models.JSONField()),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='units.agency')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(django.db.models.functions.comparison.Coalesce('agency', 0), '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='office_hours_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='ProvinceName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('province', 'Province'), ('city', 'City'), ('ward', 'Ward'), ('commune', 'Commune'), ('special_zone', 'Special Zone')], max_length=12)),
                ('name_vi', models.CharField(max_length=80)),
                ('name_en', models.CharField(max_length=80)),
                ('short_name', models.CharField(max_length=80)),
                ('sort_key', models.CharField(db_collation='C', max_length=200)),
                ('decided_by', models.CharField(blank=True, max_length=120)),
                ('to_verify', models.BooleanField(default=False)),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='units.province')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('province', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='province_name_one_at_a_time')],
            },
        ),
    ]
