"""Kiosks prove themselves with a key. The tokens from before were never handed to a library, so they simply go."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fleet", "0002_initial"),
        ("sync", "0002_deltas_and_snapshots"),
    ]

    operations = [
        migrations.DeleteModel("Token"),
        migrations.CreateModel(
            name="Key",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public", models.CharField(max_length=44, unique=True)),
                ("code", models.CharField(max_length=8, null=True, unique=True, verbose_name="code on the screen")),
                ("address", models.CharField(max_length=64, verbose_name="network address")),
                ("asked", models.DateTimeField(verbose_name="asked")),
                ("expires", models.DateTimeField(verbose_name="code is good until")),
                ("approved", models.DateTimeField(null=True, verbose_name="approved")),
                ("seen", models.DateTimeField(null=True, verbose_name="last seen")),
                ("revoked", models.DateTimeField(null=True, verbose_name="blocked")),
                ("cloned", models.DateTimeField(null=True, verbose_name="a copied disk was noticed")),
                ("generation", models.BigIntegerField(default=0)),
                ("used", models.BooleanField(default=False)),
                ("proved", models.BigIntegerField(default=0)),
                (
                    "kiosk",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="fleet.kiosk",
                        verbose_name="kiosk",
                    ),
                ),
            ],
            options={
                "verbose_name": "key",
                "verbose_name_plural": "keys",
            },
        ),
        migrations.CreateModel(
            name="Waiting",
            fields=[],
            options={
                "verbose_name": "computer that waits",
                "verbose_name_plural": "computers that wait",
                "ordering": ["asked"],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("sync.key",),
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("nonce", models.CharField(max_length=64, unique=True)),
                ("generation", models.BigIntegerField()),
                ("expires", models.DateTimeField(db_index=True)),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="sync.key"
                    ),
                ),
            ],
        ),
    ]
