"""HTML to lines of text, every piece of which knows the characters of the markup it comes from.

Paragraphs, headings, list items and the rows of tables are lines of their own, the cells of a row stand apart by
tabs. Elements that name themselves as navigation, cookie bar, "read also" and the like (`page_rules.toml`) are left
out.
"""

import html
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from html.parser import HTMLParser
from importlib import resources
from itertools import accumulate

RULES: Mapping[str, list[str]] = tomllib.loads(
    resources.files(__package__).joinpath("page_rules.toml").read_text("utf-8")
)
VOID_TAGS, PARAGRAPH_TAGS = frozenset(RULES["void_tags"]), frozenset(RULES["paragraph_tags"])
BREAKING_TAGS = PARAGRAPH_TAGS.union(RULES["line_tags"])
CELL_TAGS = frozenset(("td", "th"))
SILENT_TAGS, BOILERPLATE_TAGS = frozenset(RULES["silent_tags"]), frozenset(RULES["boilerplate_tags"])
NEVER_BOILERPLATE = frozenset(RULES["content_tags"])
BOILERPLATE_ROLES, BOILERPLATE_WORDS = frozenset(RULES["boilerplate_roles"]), frozenset(RULES["boilerplate_words"])
HARMLESS_PREFIXES = frozenset(RULES["harmless_prefixes"])

# The end tags that HTML lets one leave out: what the start of an element closes, up to the container they share.
IMPLIED_ENDS = {
    **dict.fromkeys(CELL_TAGS, CELL_TAGS),
    **dict.fromkeys(("tr", "tbody", "tfoot", "thead"), CELL_TAGS | {"tr"}),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    "li": frozenset(("li",)),
}
CONTAINERS = frozenset(("table", "ul", "ol", "dl"))

WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+")
REFERENCE = r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)"
DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero width space, word joiner, byte order mark
NOT_COPIED = re.compile(rf"[ \t\r\n\f]{{2,}}|[\t\r\n\f]|{DROPPED.pattern}|\0|{REFERENCE}")

MAX_CELL_CHARACTERS = 300
"""A row of one cell, with a longer one, or with a table in it, lays out a page; its blocks are read as such."""


class Gap(IntEnum):
    """What stands between a line and the one before it."""

    LINE = 1
    PARAGRAPH = 2

    @property
    def text(self) -> str:
        return "\n" * self


@dataclass(slots=True)
class Line:
    """Pieces of text with the characters of the markup they come from.

    `links` counts those that hold a letter, `unlinked` the letters outside of links, `cell` is that of its row.
    """

    gap: Gap
    cell: int = 0
    pieces: list[tuple[str, int, int]] = field(default_factory=list)
    links: int = 0
    unlinked: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, _, _ in self.pieces)

    def add(self, text: str, start: int, end: int) -> None:
        if text:
            self.pieces.append((text, start, end))

    def ends_with_space(self) -> bool:
        return not self.pieces or self.pieces[-1][0].endswith((" ", "\t"))

    def strip(self) -> None:
        """Takes the spaces off its end; those at its start were never added."""
        while self.pieces and not (text := self.pieces[-1][0]).strip(" "):
            self.pieces.pop()
        if self.pieces:
            text, start, end = self.pieces[-1]
            bare = text.rstrip(" ")
            self.pieces[-1] = (bare, start, end - len(text) + len(bare) if end - start == len(text) else end)


@dataclass(slots=True)
class Row:
    """A table row that is open: its first line, what stands before it, its cells so far."""

    first_line: int
    gap: Gap
    cells: int = 0
    is_layout: bool = False


def lines_of(markup: str, *, with_boilerplate: bool = False) -> list[Line]:
    """The lines of text of a page, in their order. Never raises; broken markup is read as browsers do, roughly."""
    parser = PageParser(markup, with_boilerplate=with_boilerplate)
    parser.feed(markup)
    parser.close()
    return parser.lines


class PageParser(HTMLParser):
    """The library tells where tags are; the text between them is taken from the markup itself, for its positions."""

    def __init__(self, markup: str, *, with_boilerplate: bool) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._with_boilerplate = with_boilerplate
        self._markup = markup
        self._row_starts = [0, *accumulate(len(row) + 1 for row in markup.split("\n"))]
        self._data_start: int | None = None
        self._stack: list[tuple[str, bool]] = []
        self._open: Counter[str] = Counter()
        self._hiding = 0
        self._line = Line(Gap.PARAGRAPH)
        self._in_new_link = False
        self._last_break: str | None = None
        self._rows: list[Row] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_data()
        self._close_implied(tag)
        self._break(tag)
        if tag in VOID_TAGS:
            return
        hides = self._hides(tag, dict(attrs))
        self._stack.append((tag, hides))
        self._open[tag] += 1
        self._hiding += hides
        if self._hiding:
            return
        if tag == "a":
            self._in_new_link = True
        elif tag == "tr":
            self._open_row()
        elif tag in CELL_TAGS and self._rows:
            self._rows[-1].cells += 1
            self._line.cell = self._rows[-1].cells

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID_TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_data()
        self._close(tag)
        self._break(tag)

    def handle_data(self, data: str) -> None:  # noqa: ARG002  see the class
        self._end_data()
        self._data_start = self._position()

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self._end_data()

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self._end_data()

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self._end_data()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """Reads `<![…` as a comment, as browsers do; the library raises for what it doesn't know."""
        return self.parse_bogus_comment(i)

    def close(self) -> None:
        super().close()
        self._end_data(len(self._markup))
        while self._stack:
            self._pop()
        self._end_line()

    def _position(self) -> int:
        row, column = self.getpos()
        return self._row_starts[row - 1] + column

    def _hides(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        if tag in SILENT_TAGS or "hidden" in attributes:
            return True
        if self._with_boilerplate or tag in NEVER_BOILERPLATE:
            return False
        return (
            tag in BOILERPLATE_TAGS
            or attributes.get("role") in BOILERPLATE_ROLES
            or any(is_boilerplate(name) for key in ("class", "id") for name in (attributes.get(key) or "").split())
        )

    def _close_implied(self, tag: str) -> None:
        closes = IMPLIED_ENDS.get(tag, frozenset())
        if not any(self._open[closed] for closed in closes):
            return
        depth = len(self._stack)
        while depth and (above := self._stack[depth - 1][0]) not in CONTAINERS:
            depth -= 1
            if above in closes:
                while len(self._stack) > depth:
                    self._pop()

    def _close(self, tag: str) -> None:
        if self._open[tag]:
            while self._pop() != tag:
                pass

    def _pop(self) -> str:
        """Closes the innermost open element."""
        tag, hides = self._stack.pop()
        self._open[tag] -= 1
        if not self._hiding and tag == "tr":
            self._close_row()
        self._hiding -= hides
        return tag

    def _break(self, tag: str) -> None:
        """Ends the line where the start or the end of the element does."""
        if self._hiding or tag not in BREAKING_TAGS:
            return
        is_second = tag == "br" == self._last_break and not self._line.pieces
        self._end_line()
        if tag in PARAGRAPH_TAGS or is_second:
            self._line.gap = Gap.PARAGRAPH
        self._last_break = tag

    def _end_line(self) -> None:
        self._line.strip()
        if self._line.text.strip():
            self.lines.append(self._line)
            self._line = Line(Gap.LINE)
        else:
            self._line = Line(self._line.gap)
        self._line.cell = self._rows[-1].cells if self._rows else 0

    def _open_row(self) -> None:
        for outer in self._rows:
            outer.is_layout = True
        self._rows.append(Row(len(self.lines), self._line.gap))
        self._line.cell = 0

    def _close_row(self) -> None:
        """Makes one line of the lines of a row of data."""
        self._end_line()
        row = self._rows.pop()
        lines = self.lines[row.first_line :]
        lengths = Counter[int]()
        for line in lines:
            lengths[line.cell] += len(line.text)
        if row.is_layout or row.cells < 2 or not lines or max(lengths.values()) > MAX_CELL_CHARACTERS:
            return
        joined = Line(row.gap)
        for line in lines:
            start = line.pieces[0][1]
            if line.cell > joined.cell:
                joined.add("\t" * (line.cell - max(joined.cell, 1)), start, start)
                joined.cell = line.cell
            elif joined.pieces:
                joined.add(" ", start, start)
            joined.pieces += line.pieces
            joined.links += line.links
            joined.unlinked += line.unlinked
        self.lines[row.first_line :] = [joined]
        self._line.gap = Gap.LINE

    def _end_data(self, end: int | None = None) -> None:
        """Takes in the text that began at the last `handle_data` and ends here."""
        start, self._data_start = self._data_start, None
        if start is None or self._hiding:
            return
        end = self._position() if end is None else end
        in_pre = self._open["pre"] > 0
        copied = start
        for match in NOT_COPIED.finditer(self._markup, start, end):
            self._add(self._markup[copied : match.start()], copied, match.start())
            self._add_special(match[0], *match.span(), in_pre=in_pre)
            copied = match.end()
        self._add(self._markup[copied:end], copied, end)

    def _add_special(self, special: str, start: int, end: int, *, in_pre: bool) -> None:
        if special[0] == "&":
            self._add(DROPPED.sub("", html.unescape(special)).replace("\0", "\ufffd"), start, end)
        elif in_pre and special.isspace():
            self._add_preformatted(special, start)
        elif special.isspace():
            self._add(" ", start, end)
        elif special == "\0":
            self._add("\ufffd", start, end)

    def _add_preformatted(self, spaces: str, start: int) -> None:
        for position, space in enumerate(spaces, start):
            if space == "\n":
                self._break("br")
            elif space != "\r" and self._line.pieces:
                self._line.add(space, position, position + 1)

    def _add(self, text: str, start: int, end: int) -> None:
        if text.startswith(" ") and self._line.ends_with_space():
            text, start = text[1:], start + 1
        self._line.add(text, start, end)
        letters = sum(map(str.isalnum, text))
        if not self._open["a"]:
            self._line.unlinked += letters
        elif letters and self._in_new_link:
            self._line.links += 1
            self._in_new_link = False


def is_boilerplate(name: str) -> bool:
    """Whether a class or an id names what is not the text of a page."""
    words = [word.lower() for word in WORD.findall(name)]
    return not HARMLESS_PREFIXES.intersection(words[:1]) and not BOILERPLATE_WORDS.isdisjoint((*words, "".join(words)))
