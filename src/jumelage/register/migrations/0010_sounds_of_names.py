from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from jumelage.register.matching.names import sound_of


def tell_how_names_sound(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Places have none."""
    NameForm = apps.get_model("register", "NameForm")
    forms = NameForm.objects.exclude(entity__record__kind="place").values_list("pk", "entity__record__kind", "text")
    for pk, kind, text in forms.iterator():
        NameForm.objects.filter(pk=pk).update(sound=sound_of(kind, text))


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0009_publications"),
    ]

    operations = [
        migrations.AddField(
            model_name="nameform",
            name="sound",
            field=models.TextField(blank=True, db_index=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(tell_how_names_sound, migrations.RunPython.noop),
    ]
