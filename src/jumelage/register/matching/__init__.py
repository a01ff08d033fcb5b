"""Decides whether two entities, or two records, are the same: for the reader, the importer and the desk alike.

`entities` and `records` compare two profiles and give an outcome with its ground in a sentence; they know no database.
`candidates` finds in the register what is worth comparing with.
"""

from jumelage.register.matching.candidates import EntityCandidates, Match, RecordCandidates
from jumelage.register.matching.entities import EntityProfile
from jumelage.register.matching.records import RecordProfile
from jumelage.register.matching.sameness import Outcome, Sameness

__all__ = [
    "EntityCandidates",
    "EntityProfile",
    "Match",
    "Outcome",
    "RecordCandidates",
    "RecordProfile",
    "Sameness",
]
