"""Take back anything that an officer did."""

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.take_out import take_out
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Change, Citation, Document, Judgement, LogEntry, Publication, Verb
from jumelage.register.regrouping import regroup


def undo(officer: User, entry: LogEntry, *, reason: str = "") -> LogEntry:
    """Everything is as if the entry had not been made; what was done since stays. An undoing can be undone as well.

    A list that was imported is taken out in many short transactions; to have it back, import it again. Raises
    `NothingToSay` where the entry is undone already.
    """
    if entry.verb == Verb.IMPORT:
        return take_out(officer, entry, reason=reason)
    if entry.undoes.filter(verb=Verb.IMPORT).exists():
        raise NothingToSay("To have the list back, import it again.")
    with acting(officer, Verb.UNDO, reason) as undoing:
        entry = LogEntry.objects.get(pk=entry.pk)
        if entry.undone_by_id:
            raise NothingToSay("That is undone already.")
        citations = Citation.objects.filter(Q(entry=entry) | Q(withdrawn_by=entry))
        judgements = Judgement.objects.filter(Q(entry=entry) | Q(withdrawn_by=entry))
        if undone := entry.undoes.first():
            citations |= Citation.objects.filter(withdrawn_by=undone)
            judgements |= Judgement.objects.filter(withdrawn_by=undone)
        touched = {record for pair in citations.values_list("value__record", "telling__record") for record in pair}
        touched |= {pk for pair in judgements.values_list("left__record", "right__record") for pk in pair}
        for table in (Citation, Judgement):
            rows = table._default_manager
            taken_back = list(rows.filter(withdrawn_by=entry).values_list("pk", flat=True))
            if undone:
                rows.filter(withdrawn_by=undone).update(withdrawn_at=timezone.now())
            rows.filter(entry=entry, withdrawn_at=None).update(withdrawn_at=timezone.now(), withdrawn_by=undoing)
            rows.filter(pk__in=taken_back).update(withdrawn_at=None)
        Document.objects.filter(reviewed=entry).update(reviewed=None)
        _turn_publications(entry, undone, undoing)
        if undone:
            LogEntry.objects.filter(pk=undone.pk).update(undone_by=None)
        LogEntry.objects.filter(pk=entry.pk).update(undone_by=undoing)
        regroup(undoing, touched)
    return undoing


def _turn_publications(entry: LogEntry, undone: LogEntry | None, undoing: LogEntry) -> None:
    """What the entry published is withdrawn, and what it took back is published again; so where it was an undoing."""
    again = Publication.objects.filter(withdrawn_by=entry)
    keys = list(again.values_list("pk", flat=True))
    Publication.objects.filter(entry=entry, withdrawn_by=None).update(withdrawn_by=undoing)
    if undone and undone.verb == Verb.UNPUBLISH:
        records = Change.objects.filter(entry=undone).values("record")
        Publication.objects.filter(record__in=records, withdrawn_by=None).update(withdrawn_by=undone)
    Publication.objects.filter(pk__in=keys).update(withdrawn_by=None)
