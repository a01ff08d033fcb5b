"""Web pages: the main text, with its title, date and address.

Which of a page's lines are its text is settled in three steps: elements that name themselves as something else are
left out (`markup`); menus and links to other texts are; and of the rest, where trafilatura finds a main text that
holds at least half, only its lines stay. Short pages and lists of links it takes for boilerplate stay whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from jumelage.formats.document import Refused, SourceDocument
from jumelage.formats.encodings import decode
from jumelage.formats.limits import MAX_TITLE_CHARACTERS
from jumelage.formats.markup import RULES, Line, lines_of
from jumelage.formats.origins import TracedText
from jumelage.vocabulary.edtf import Edtf, is_edtf
from jumelage.vocabulary.names import folded

MEDIA_TYPE = "text/html"
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096

ANNOUNCEMENTS = frozenset(folded(line) for line in RULES["announcements"])
LIST_PUNCTUATION = re.compile(r"[,;、，；]")
MAIN_SHARE = 0.5
LONG_LINE = 30
"""Letters from which a line is looked for inside the lines of trafilatura, which joins some."""


def open_page(name: str, content: bytes) -> SourceDocument:
    declaration = DECLARED.search(content[:DECLARED_WITHIN])
    decoded = decode(content, declaration[1].decode("ascii") if declaration else None)
    lines = page_lines(decoded.text)
    if not lines:
        raise Refused("holds no text")
    found = main_text(decoded.text)
    if found:
        lines = main_lines(lines, found.text or "")
    traced = traced_lines(lines)
    return SourceDocument(
        name,
        content,
        MEDIA_TYPE,
        traced.text,
        traced.origins(decoded),
        title=found.title[:MAX_TITLE_CHARACTERS] if found and found.title else None,
        published=Edtf(found.date) if found and found.date and is_edtf(found.date) else None,
        address=found.url if found and is_web_address(found.url) else None,
        encoding=decoded.encoding,
    )


def main_text(markup: str) -> Document | None:
    found = trafilatura.bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        # A year in the text is no publication date: only what the page marks as its date counts.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return found if isinstance(found, Document) else None


def page_lines(markup: str) -> list[Line]:
    """The lines of a page without menus and announced links; where that leaves nothing, all its lines."""
    return without_links_elsewhere(lines_of(markup)) or lines_of(markup, with_boilerplate=True)


def without_links_elsewhere(lines: Iterable[Line]) -> list[Line]:
    """Leaves out menus written as one line, and "read also" with the links that follow it."""
    kept, announced = [], False
    for line in lines:
        if folded(line.text) in ANNOUNCEMENTS:
            announced = True
        elif is_links_only(line) and (announced or is_menu(line)):
            continue
        else:
            announced = False
            kept.append(line)
    return kept


def is_links_only(line: Line) -> bool:
    return line.unlinked == 0


def is_menu(line: Line) -> bool:
    """Several links and nothing between them that makes them a sentence or an enumeration."""
    return line.links > 1 and not LIST_PUNCTUATION.search(line.text)


def main_lines(lines: list[Line], text: str) -> list[Line]:
    """Those of the lines that stand in trafilatura's text; all where it has lost most of them."""
    rows = [folded(row) for row in text.splitlines()]
    main = MainText(frozenset(rows), "\n".join(rows))
    kept = [line for line in lines if main.holds(line.text)]
    return kept if letters_in(kept) >= MAIN_SHARE * letters_in(lines) else lines


@dataclass(frozen=True, slots=True)
class MainText:
    """Trafilatura's text, as its lines and as a whole, both without spaces, punctuation and case."""

    lines: frozenset[str]
    whole: str

    def holds(self, line: str) -> bool:
        """Whether it has the line as a line, as part of one if it is long enough to be sure, or cell by cell."""
        own = folded(line)
        return (
            own in self.lines
            or (len(own) >= LONG_LINE and own in self.whole)
            or ("\t" in line and all(folded(cell) in self.lines for cell in line.split("\t") if cell.strip()))
        )


def letters_in(lines: Iterable[Line]) -> int:
    return sum(len(folded(line.text)) for line in lines)


def traced_lines(lines: Iterable[Line]) -> TracedText:
    """The text of lines. What stands between two of them comes from the markup between them."""
    traced, end = TracedText(), 0
    for line in lines:
        start = line.pieces[0][1]
        if len(traced):
            traced.add(line.gap.text, end, start)
        for text, piece_start, piece_end in line.pieces:
            traced.add(text, piece_start, piece_end)
            end = piece_end
    return traced


def is_web_address(address: str | None) -> bool:
    return address is not None and urlsplit(address).scheme in ("http", "https")
