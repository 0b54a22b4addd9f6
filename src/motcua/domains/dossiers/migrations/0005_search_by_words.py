# SPDX-License-Identifier: Apache-2.0
"""Search names by whole words within units, instead of by trigrams everywhere."""

from __future__ import annotations

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0004_co_signatures'),
    ]

    operations = [
        migrations.CreateModel(
            name='NameWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
            ],
        ),
        migrations.RemoveIndex(
            model_name='dossier',
            name='dossier_search',
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('competent_unit', 'receiving_unit', 'return_unit', template='(ARRAY[%(expressions)s])'), models.Func(models.Value('simple'), 'search', function='to_tsvector'), name='dossier_words'),
        ),
    ]
