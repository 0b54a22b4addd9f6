# SPDX-License-Identifier: Apache-2.0
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import motcua.domains.procedures.models.version
import motcua.kit.periods
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('units', '0001_places_agencies_calendar'),
    ]

    operations = [
        migrations.CreateModel(
            name='CatalogueState',
            fields=[
                ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('token', models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name='Procedure',
            fields=[
                ('code', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('repealed_by', models.CharField(blank=True, max_length=120)),
                ('file_digest', models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Synonym',
            fields=[
                ('phrase', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('means', models.CharField(max_length=200)),
                ('codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
            ],
        ),
        migrations.CreateModel(
            name='Competence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('certainty', models.CharField(choices=[('real', 'Real'), ('inferred', 'Inferred')], max_length=10)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.agency')),
                ('procedure', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='competences', to='procedures.procedure')),
            ],
            options={
                'indexes': [models.Index(fields=['procedure', 'agency'], name='competence_pair')],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('procedure', '='), ('agency', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='competence_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='ProcedureVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('number', models.PositiveIntegerField()),
                ('source', models.CharField(choices=[('authored', 'Authored'), ('generated', 'Generated')], max_length=10)),
                ('title_vi', models.TextField()),
                ('title_en', models.TextField(blank=True)),
                ('field', models.CharField(blank=True, max_length=300)),
                ('level', models.CharField(choices=[('province', 'Province'), ('commune', 'Commune'), ('both', 'Both')], max_length=10)),
                ('limit_legal', models.CharField(blank=True, max_length=10)),
                ('limit_committed', models.CharField(blank=True, max_length=10)),
                ('committed_from', models.DateField(null=True)),
                ('online_level', models.CharField(choices=[('full', 'Full'), ('partial', 'Partial'), ('unknown', 'Unknown')], max_length=10)),
                ('routing', models.CharField(choices=[('LOCAL', 'Local'), ('MINISTRY', 'Ministry'), ('HYBRID', 'Hybrid')], max_length=10)),
                ('beyond_boundary', models.BooleanField()),
                ('external_number', models.BooleanField()),
                ('to_verify', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('config', motcua.domains.procedures.models.version.WrittenJSONField()),
                ('facts', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('published_at', models.DateTimeField()),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='procedures.procedure')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('procedure', 'number'), name='version_number_once'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('procedure', '='), (motcua.kit.periods.DateRange('valid_from', 'valid_to'), '&&')], name='version_one_at_a_time')],
            },
        ),
    ]
