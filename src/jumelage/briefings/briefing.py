"""What a paper consists of, whatever it is written as."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Who says something, as the foot of the page tells it; `link` leads to the passage, where there is one."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with its sources; `link` leads to its rows in the register. What is `unknown` is set apart."""

    text: str
    notes: Sequence[Note] = ()
    link: str = ""
    unknown: bool = False


Line = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1
    """1 for a part of the paper, 2 for a part of that."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """`header` names the columns; every row has as many cells."""

    header: Sequence[str]
    rows: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG, with what it shows in words for those who can't see it."""

    svg: str
    shows: str


Block = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Briefing:
    """`language` is a BCP 47 tag; `made` says when and from what the paper was made."""

    title: str
    subtitle: str
    made: str
    language: str
    blocks: Sequence[Block]
