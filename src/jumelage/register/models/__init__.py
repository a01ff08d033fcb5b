"""What the register holds: one noun a file."""

from jumelage.register.models.agreement import Agreement
from jumelage.register.models.commitment import Commitment
from jumelage.register.models.cost import Cost
from jumelage.register.models.document import Body, Document, Passage, Reading
from jumelage.register.models.entity import Entity, NameForm
from jumelage.register.models.event import Event
from jumelage.register.models.figure import Figure
from jumelage.register.models.honour import Honour
from jumelage.register.models.judgement import Judgement, Verdict
from jumelage.register.models.list_import import ImportState, ListImport
from jumelage.register.models.log import Change, LogEntry, Verb
from jumelage.register.models.note import Note
from jumelage.register.models.post import Post
from jumelage.register.models.programme import Programme
from jumelage.register.models.publication import Publication
from jumelage.register.models.record import SHOWN, Details, Record, Standing
from jumelage.register.models.twinning import Twinning
from jumelage.register.models.value import Citation, Telling, Value
from jumelage.register.models.visit import Visit
from jumelage.vocabulary.kinds import EntityType

DETAILS: dict[str, type[Details]] = {
    **dict.fromkeys(EntityType, Entity),
    **{
        table.__name__.lower(): table
        for table in (Twinning, Agreement, Visit, Event, Post, Programme, Commitment, Honour, Cost, Figure)
    },
}
"""For each kind of record, the table of its typed columns."""

__all__ = [
    "DETAILS",
    "SHOWN",
    "Agreement",
    "Body",
    "Change",
    "Citation",
    "Commitment",
    "Cost",
    "Details",
    "Document",
    "Entity",
    "Event",
    "Figure",
    "Honour",
    "ImportState",
    "Judgement",
    "ListImport",
    "LogEntry",
    "NameForm",
    "Note",
    "Passage",
    "Post",
    "Programme",
    "Publication",
    "Reading",
    "Record",
    "Standing",
    "Telling",
    "Twinning",
    "Value",
    "Verb",
    "Verdict",
    "Visit",
]
