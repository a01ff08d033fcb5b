"""Web pages: the main text, with its title, date and address.

Which of a page's lines are its text is settled in three steps: elements that name themselves as something else are
left out (`markup`); so are menus and links to other texts; and of the rest, what lies outside the main text that
trafilatura finds. Where that holds less than half, as on short pages and lists of links, the rest stays whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, compress
from typing import Self
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from jumelage.formats.document import Refused, SourceDocument, title_from
from jumelage.formats.encodings import decode
from jumelage.formats.markup import RULES, Gap, Line, lines_of
from jumelage.formats.origins import TracedText
from jumelage.vocabulary.edtf import Edtf, is_edtf
from jumelage.vocabulary.names import folded

MEDIA_TYPE = "text/html"
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096

ANNOUNCEMENTS = frozenset(folded(line) for line in RULES["announcements"])
LIST_PUNCTUATION = re.compile(r"[,;、，；]")
COLONS = (":", "：")
MENU_LINKS = 3
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
        title=title_from(found.title) if found else None,
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
            announced = not is_links_only(line)
        elif is_links_only(line) and (announced or is_menu(line)):
            continue
        else:
            announced = False
            kept.append(line)
    return kept


def is_links_only(line: Line) -> bool:
    return line.unlinked == 0


def is_menu(line: Line) -> bool:
    """Several links and nothing between them that makes them an enumeration."""
    return line.links >= MENU_LINKS and not LIST_PUNCTUATION.search(line.text)


def main_lines(lines: list[Line], text: str) -> list[Line]:
    """From the first to the last block that stands in trafilatura's text; all lines where it has lost most of them.

    In between only blocks of nothing but links go: lists of partners are what it loses most often.
    """
    main, blocks = MainText.of(text), blocks_of(lines)
    in_main = [letters_in(filter(main.holds, block)) >= MAIN_SHARE * letters_in(block) for block in blocks]
    if letters_in(chain(*compress(blocks, in_main))) < MAIN_SHARE * letters_in(lines):
        return lines
    kept: list[Line] = []
    for position, block in enumerate(blocks):
        is_inside = kept and (any(in_main[position:]) or kept[-1].text.endswith(COLONS))
        if in_main[position] or (is_inside and not all(map(is_links_only, block))):
            kept += block
    return kept


def blocks_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines without a blank line between them: a paragraph, a list, a table."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap is Gap.LINE and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


@dataclass(frozen=True, slots=True)
class MainText:
    """Trafilatura's text, as its lines and as a whole, both without spaces, punctuation and case."""

    lines: frozenset[str]
    whole: str

    @classmethod
    def of(cls, text: str) -> Self:
        rows = [folded(row) for row in text.splitlines()]
        return cls(frozenset(rows), "\n".join(rows))

    def holds(self, line: Line) -> bool:
        """Whether it has the line as a line, as part of one if it is long enough to be sure, or cell by cell."""
        own = folded(line.text)
        return (
            own in self.lines
            or (len(own) >= LONG_LINE and own in self.whole)
            or ("\t" in line.text and all(folded(cell) in self.lines for cell in line.text.split("\t") if cell))
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
