"""What the register holds: one noun a file."""

from jumelage.register.models.agreement import Agreement
from jumelage.register.models.commitment import Commitment
from jumelage.register.models.document import Body, Document, Passage, Reading
from jumelage.register.models.entity import Entity, NameForm
from jumelage.register.models.event import Event
from jumelage.register.models.honour import Honour
from jumelage.register.models.judgement import Judgement, Verdict
from jumelage.register.models.log import Change, LogEntry, Verb
from jumelage.register.models.post import Post
from jumelage.register.models.programme import Programme
from jumelage.register.models.record import SHOWN, Details, Record, Standing
from jumelage.register.models.twinning import Twinning
from jumelage.register.models.value import Citation, Telling, Value
from jumelage.register.models.visit import Visit

__all__ = [
    "SHOWN",
    "Agreement",
    "Body",
    "Change",
    "Citation",
    "Commitment",
    "Details",
    "Document",
    "Entity",
    "Event",
    "Honour",
    "Judgement",
    "LogEntry",
    "NameForm",
    "Passage",
    "Post",
    "Programme",
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
