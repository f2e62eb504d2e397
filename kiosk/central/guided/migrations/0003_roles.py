"""The groups of the roles, and what they may do. Django makes its permissions only after all migrations, so those that
are needed are made here, as it would."""

from __future__ import annotations

from typing import Any

from django.db import migrations

VOLUNTEERS, STAFF = "volunteers", "staff"

#: As in `kiosk.central.roles.MAY` when this was written; a test compares the two.
MAY = {
    "fleet.branch": ("view", "change"),
    "fleet.otherhours": ("view", "add", "change", "delete"),
    "fleet.floor": ("view", "add", "change", "delete"),
    "fleet.piece": ("view", "add", "change", "delete"),
    "fleet.kiosk": ("view", "add", "change"),
    "fleet.entry": ("view",),
    "workspaces.desk": ("view", "add", "change", "delete"),
    "workspaces.visit": ("view",),
    "events.event": ("view", "add", "change", "delete"),
    "catalogue.title": ("view", "change"),
    "catalogue.copy": ("view", "add", "change", "delete"),
    "guided.account": ("view", "add", "change"),
    "sync.waiting": ("view", "change"),
}


def make_groups(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    groups, permissions, kinds = (
        apps.get_model(*model).objects.using(alias)
        for model in (("auth", "Group"), ("auth", "Permission"), ("contenttypes", "ContentType"))
    )
    groups.get_or_create(name=VOLUNTEERS)
    staff = groups.get_or_create(name=STAFF)[0]
    for label, verbs in MAY.items():
        app, model = label.split(".")
        kind = kinds.get_or_create(app_label=app, model=model)[0]
        for verb in verbs:
            name = {"name": f"Can {verb} {apps.get_model(label)._meta.verbose_name}"}
            staff.permissions.add(
                permissions.get_or_create(content_type=kind, codename=f"{verb}_{model}", defaults=name)[0]
            )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("catalogue", "0002_initial"),
        ("events", "0001_initial"),
        ("fleet", "0004_entry"),
        ("guided", "0002_account"),
        ("sync", "0003_keys"),
        ("workspaces", "0002_visits_do_not_overlap"),
    ]

    # Going back keeps the groups: people are in them
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
