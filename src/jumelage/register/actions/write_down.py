"""Write something down in the journal of a record."""

import re

from django.contrib.auth.models import User

from jumelage.register.actions.acting import NotAllowed, check_may
from jumelage.register.models import Note, Record, Verb
from jumelage.register.transactions import writing

MENTION = re.compile(r"(?<![\w.+-])@([\w.@+-]*\w)")
"""The characters of an officer's name are those that Django allows in one."""


def write_down(officer: User, record: Record, text: str) -> Note:
    """The note; officers whose names stand in it behind an @ are mentioned. ValueError where there is no text."""
    check_may(officer, Verb.ENTER)
    if not (text := text.strip()):
        raise ValueError("A note needs some text.")
    with writing():
        note = Note.objects.create(record=record, officer=officer, text=text)
        note.mentioned.set(User.objects.filter(username__in=MENTION.findall(text)))
    return note


def take_away(officer: User, note: Note) -> None:
    """Takes a note out of the journal, which only the officer who wrote it may."""
    if note.officer_id != officer.pk:
        raise NotAllowed(f"{officer} did not write this note.")
    with writing():
        note.delete()
