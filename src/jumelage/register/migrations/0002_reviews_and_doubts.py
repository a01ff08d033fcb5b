import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from jumelage.register.keys import key_of


def fold_chinese_names(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Names in traditional characters are found by simplified ones from now on."""
    NameForm = apps.get_model("register", "NameForm")
    for form in NameForm.objects.filter(script="Hani").iterator():
        form.folded = key_of(form.text)
        form.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0001_start"),
    ]

    operations = [
        migrations.RunPython(fold_chinese_names, migrations.RunPython.noop),
        migrations.AddField(
            model_name="document",
            name="reviewed",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviewed_documents",
                to="register.logentry",
            ),
        ),
        migrations.AlterField(
            model_name="judgement",
            name="verdict",
            field=models.CharField(
                choices=[("same", "Same"), ("different", "Different"), ("maybe", "Maybe")], max_length=10
            ),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="verb",
            field=models.CharField(
                choices=[
                    ("enter", "Enter"),
                    ("confirm", "Confirm"),
                    ("reject", "Reject"),
                    ("correct", "Correct"),
                    ("merge", "Merge"),
                    ("separate", "Separate"),
                    ("undo", "Undo"),
                    ("choose", "Choose"),
                    ("review", "Review"),
                    ("import", "Import"),
                ],
                max_length=20,
            ),
        ),
    ]
