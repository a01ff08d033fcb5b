"""Say that everything in a document has been looked at."""

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Document, LogEntry, Verb


def review(officer: User, document: Document, *, reason: str = "") -> LogEntry:
    """The document is reviewed, even where nothing was found in it. `NothingToSay` where it is already."""
    with acting(officer, Verb.REVIEW, reason) as entry:
        document = Document.objects.get(pk=document.pk)
        if document.reviewed_id:
            raise NothingToSay(f"{document} is reviewed already.")
        document.reviewed = entry
        document.save(update_fields=["reviewed"])
    return entry
