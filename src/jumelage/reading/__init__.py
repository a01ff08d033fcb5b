"""Text in, reading out: finds what a document says of twinnings. Knows no database.

The way of a text: `text` repairs it and cuts it into blocks and sentences; `dates` and `names` mark what is mentioned
and tie names to entities; each room in `claims` looks for its kind of claim; `consolidation` makes one claim of one
thing. The words of a language stand in its folder under `languages`, nowhere else.
"""

from jumelage.reading.reader import read, read_document

__all__ = ["read", "read_document"]
