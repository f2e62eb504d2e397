"""Branch staff make themed shelves: their group may do what `kiosk.central.roles.MAY` says of them."""

from __future__ import annotations

from typing import Any

from django.db import migrations

MAY = {
    "catalogue.theme": ("view", "add", "change", "delete"),
    "catalogue.shelved": ("view", "add", "change", "delete"),
}


def let_staff(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    groups, permissions, kinds = (
        apps.get_model(*model).objects.using(alias)
        for model in (("auth", "Group"), ("auth", "Permission"), ("contenttypes", "ContentType"))
    )
    staff = groups.get_or_create(name="staff")[0]
    for label, verbs in MAY.items():
        app, model = label.split(".")
        kind = kinds.get_or_create(app_label=app, model=model)[0]
        for verb in verbs:
            name = {"name": f"Can {verb} {apps.get_model(label)._meta.verbose_name}"}
            staff.permissions.add(
                permissions.get_or_create(content_type=kind, codename=f"{verb}_{model}", defaults=name)[0]
            )


class Migration(migrations.Migration):
    dependencies = [("guided", "0003_roles"), ("catalogue", "0005_themes")]

    # Going back keeps what the group may do: there is nothing left to do it with
    operations = [migrations.RunPython(let_staff, migrations.RunPython.noop)]
