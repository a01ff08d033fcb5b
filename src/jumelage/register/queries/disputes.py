"""What sources contradict each other on, and what officers chose."""

from django.db.models import QuerySet

from jumelage.register import choice
from jumelage.register.fields import FIELDS
from jumelage.register.models import SHOWN, LogEntry, Record, Verb
from jumelage.register.queries.sheet import Sheet


def disputed_records() -> QuerySet[Record]:
    """The records on which sources contradict each other, and no officer has chosen."""
    return Record.objects.filter(disputed=True, standing__in=SHOWN)


def in_dispute(record: Record, sheet: Sheet) -> Sheet:
    """The fields of the record's sheet on which sources contradict each other, with the values that are alive."""
    return {
        name: lines
        for name, lines in sheet.items()
        if choice.current(FIELDS[record.kind][name], sorted((line.value for line in lines), key=lambda v: v.pk))[1]
    }


def choices_made() -> QuerySet[LogEntry]:
    """The entries by which officers chose between sources and which stand, the latest first."""
    return LogEntry.objects.filter(verb=Verb.CHOOSE, undone_by=None).select_related("officer")
