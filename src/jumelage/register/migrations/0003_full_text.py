from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from jumelage.register.full_text import index

SQLITE = (
    "CREATE VIRTUAL TABLE register_words USING fts5(words, detail=none, tokenize='ascii')",
    """
    CREATE TRIGGER words_go_with_their_document AFTER DELETE ON register_document
    BEGIN DELETE FROM register_words WHERE rowid = old.id; END
    """,
)
POSTGRESQL = (
    "ALTER TABLE register_body ADD COLUMN words tsvector",
    "CREATE INDEX documents_by_words ON register_body USING gin (words)",
)


def keep_words(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Documents are found by their words from now on, those that were read before as well."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)
    Body = apps.get_model("register", "Body")
    for body in Body.objects.select_related("document").defer("content").iterator(100):
        index(body.pk, f"{body.document.title}\n{body.text}")


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_reviews_and_doubts"),
    ]

    operations = [
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]
