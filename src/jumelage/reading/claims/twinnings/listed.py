"""Reads twinnings in lists and tables of partners: a heading says what they are, each line names one or a couple.

The owner of a list is the place whose document it is. A line may bring its own kind ("friendship city, 2006"), dates in
any column, countries and remarks in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus, Pair
from jumelage.reading.claims.parties import BRACKETS, Role, Side, Span, sides
from jumelage.reading.claims.twinnings.course import course
from jumelage.reading.claims.twinnings.cues import Cue, cues
from jumelage.reading.dates import DateMention
from jumelage.reading.lexicon import languages, lexicon
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

TITLE = 600
"""A cue among so many characters at the head of a document makes its lists lists of partners."""
FEWEST_LINES = 3
"""So many lines make a list where only the document's title says what it is."""
FEWEST_OVER = 2
LONGEST_LINE, SHORT_LINE = 160, 40
MOST_OTHER_WORDS = 3
LONGEST_STATUS = 3
LISTED, BY_TITLE = 0.9, 0.8
DASH = re.compile(r"\s*[–—-]+\s*|\s*/\s*|\s*[↔=~]\s*")
COLON = re.compile(r"\s*[:：]\s")
WORD = re.compile(r"[^\W\d_]{2,}")
LEAD = re.compile(r"[\s\d.)(（*•·#|-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that names partners, and the cue that says what they are."""

    block: Block
    sentence: Sentence
    sides: list[Side]
    cue: Cue
    own_cue: bool
    by_title: bool


def in_lists(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    """The twinnings of the document's lists, line by line."""
    lines = list(_lines(text))
    in_columns = [line for line in lines if line.by_title and _has_structure(text, line)]
    above: Pair | None = None
    for line, place in _with_places_over_them(text, lines):
        if line.by_title and len(in_columns) < FEWEST_LINES and not line.own_cue:
            continue
        owner = above[0] if above and _goes_on(line, lines) else place
        pairs = _pairs(text, focus, line, owner)
        above = pairs[0][0] if len(line.block.cells) > 1 and pairs and not owner else above
        for (parties, _), dates in zip(pairs, _dates(text, line, [p for _, p in pairs]), strict=True):
            when = course(text, line.sentence, dates, (line.block.start, line.block.end), otherwise="founded")
            yield Twinning(
                parties=parties,
                kind=line.cue.kind,
                since=when.since,
                until=when.until,
                evidence=(text.passage(line.block),),
                confidence=BY_TITLE if line.by_title else LISTED,
                worked_out=when.worked_out,
            )


def _with_places_over_them(text: AnnotatedText, lines: Sequence[Line]) -> Iterator[tuple[Line, EntityId | None]]:
    """The lines that tell of partners, each with the place that a line of its own sets over it, where there is one.

    So stands "Görlitz" over "Zgorzelec (Poland), since 1980"; two such at least, which stand out from what they are set
    over, show that this is how the list is made: a list of partners may tell more of some than of others.
    """
    told = [_has_structure(text, line) for line in lines]
    over = [n for n, line in enumerate(lines) if not told[n] and _only_name(line) and any(told[n + 1 : n + 2])]
    if not _stand_out(text, [lines[n] for n in over], [line for n, line in enumerate(lines) if told[n]]):
        over = []
    place: EntityId | None = None
    for number, line in enumerate(lines):
        if number in over:
            place = _only_name(line)
        else:
            yield line, place


def _stand_out(text: AnnotatedText, over: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines are set over others: as headings over items, or as places of one country over those of others."""
    if len(over) < FEWEST_OVER:
        return False
    if {line.block.kind for line in over}.isdisjoint(line.block.kind for line in others):
        return True
    at_home = _countries(text, over)
    return len(at_home) == 1 and at_home.isdisjoint(_countries(text, others))


def _countries(text: AnnotatedText, lines: Iterable[Line]) -> set[str | None]:
    return {text.entity(m).country for line in lines for side in line.sides for m in side.members}


def _only_name(line: Line) -> EntityId | None:
    """The place whose name is all that stands in a line."""
    members = [m for side in line.sides for m in side.members]
    alone = len(members) == 1 and (members[0].start, members[0].end) == (line.block.start, line.block.end)
    return members[0].entity if alone else None


def _goes_on(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a row of a table lacks the first cell of the others: what stands above it still holds."""
    return 0 < len(line.block.cells) < max(len(other.block.cells) for other in lines)


def _lines(text: AnnotatedText) -> Iterator[Line]:
    title = title_cue(text)
    introduction: Cue | None = None
    headings = cache(partial(_section_cue, text))
    by_block: dict[int, list[Sentence]] = {}
    for sentence in text.sentences:
        by_block.setdefault(sentence.block.start, []).append(sentence)
    for block in text.blocks:
        said = by_block.get(block.start)
        if not said:
            continue
        language = said[0].language
        own = _strict(cues(text, (block.start, block.end), language))
        heading = headings(block.section, language) or (title and _loose_section_cue(text, block, language))
        found = _named_first(text, block, said[0])
        if found and (cue := own[0] if own else introduction or heading or title):
            if not _denied(text, said):
                yield Line(block, said[0], found, cue, bool(own), not (own or heading or introduction))
        elif block.kind is BlockKind.HEADING:
            introduction = None
        elif own and (block.end - block.start <= SHORT_LINE or text.text.endswith((":", "："), block.start, block.end)):
            introduction = own[-1]
        elif block.kind is BlockKind.PARAGRAPH:
            introduction = None


def _has_structure(text: AnnotatedText, line: Line) -> bool:
    """Whether a line tells more of a partner than its name: a date, a country, a remark in brackets."""
    span = (line.block.start, line.block.end)
    countries = any(text.entity(m).level is PlaceLevel.COUNTRY for m in text.mentions_in(span, EntityType.PLACE))
    says_more = BRACKETS.search(text.text, *span) is not None or COLON.search(text.text, *span) is not None
    return countries or says_more or bool(text.dates_in(line.sentence))


def title_cue(text: AnnotatedText) -> Cue | None:
    """What the document's title, or its place in a site, says of its lists."""
    if found := _first_cue(text, (0, min(TITLE, len(text.text))), text.language):
        return found
    headings = [b for b in text.blocks if b.kind is BlockKind.HEADING and b.start < TITLE]
    return next(
        filter(None, (_first_cue(text, (b.start, b.end), text.language, in_heading=True) for b in headings)), None
    )


def _section_cue(text: AnnotatedText, section: Block | None, language: str) -> Cue | None:
    return _first_cue(text, (section.start, section.end), language, in_heading=True) if section else None


def _loose_section_cue(text: AnnotatedText, block: Block, language: str) -> Cue | None:
    """What a short heading says that would not do by itself: "Friends", where the document's title speaks of twins."""
    if block.section is None or block.section.end - block.section.start > SHORT_LINE:
        return None
    return next(iter(cues(text, (block.section.start, block.section.end), language)), None)


def _first_cue(text: AnnotatedText, span: Span, language: str, *, in_heading: bool = False) -> Cue | None:
    """The first cue in a stretch; a list has too few words to be sure of its language, so the others are tried too."""
    for tongue in (language, *languages()):
        if found := _strict(cues(text, span, tongue, in_heading=in_heading)):
            return found[0]
    return None


def _strict(found: list[Cue]) -> list[Cue]:
    return [c for c in found if not c.loose]


def _denied(text: AnnotatedText, said: list[Sentence]) -> bool:
    """Whether a line denies its bond: by what it says first or, in a table, by the few words of a cell."""
    told = list(islice(clauses(said[0]), 1))
    for start, end in said[0].block.cells:
        if len(text.text[start:end].split()) <= LONGEST_STATUS:
            told.append(Clause(said[0], start, end))
    return any(standing(text, clause) is not Standing.ASSERTED for clause in told)


def _named_first(text: AnnotatedText, block: Block, sentence: Sentence) -> list[Side]:
    """The sides of a line that names partners and says little else; none where it is no such line."""
    told = text.text[block.end - 1] in ".。!?" or block.end - block.start > LONGEST_LINE
    if block.kind is BlockKind.PARAGRAPH and told:
        return []
    if text.mentions_in(block, EntityType.PERSON):
        return []
    line = (block.start, block.end)
    found = [s for s in sides(text, sentence, line) if s.role in (Role.PLAIN, Role.WITH, Role.OF)]
    if not found:
        return []
    leads = LEAD.fullmatch(_without_names(text, block.start, found[0].start)) is not None
    follows = re.match(r"\s*(?:[(（:：–—|\t,]|-\s|\.{3}|$|  )", text.text[found[0].end : block.end]) is not None
    bare = len(_other_words(text, line, sentence)) <= MOST_OTHER_WORDS
    if bare or (leads and follows and block.kind is not BlockKind.PARAGRAPH):
        return found
    return []


def _without_names(text: AnnotatedText, start: int, end: int) -> str:
    kept = list(text.text[start:end])
    for mention in text.mentions_in((start, end)):
        kept[mention.start - start : mention.end - start] = " " * (mention.end - mention.start)
    return BRACKETS.sub("", "".join(kept))


def _other_words(text: AnnotatedText, line: tuple[int, int], sentence: Sentence) -> list[str]:
    start, end = line
    kept = list(text.text[start:end])
    spans = [(m.start, m.end) for m in text.mentions_in(line)]
    spans += [(d.start, d.end) for d in text.dates_in(sentence)]
    spans += [(c.start, c.end) for c in cues(text, line, sentence.language)]
    for first, last in spans:
        kept[first - start : last - start] = " " * (last - first)
    words = lexicon(sentence.language, "parties")
    return WORD.findall(words["and"].sub("", words["filler"].sub("", BRACKETS.sub("", "".join(kept)))))


def _pairs(text: AnnotatedText, focus: Focus, line: Line, over: EntityId | None) -> list[tuple[Pair, Mention]]:
    """The couples of a line with the mention after which each one's dates stand; `over` is the place set over it."""
    accepted = [m for s in line.sides for m in s.members if line.cue.accepts(text.entity(m))]
    members = list({m.entity: m for m in reversed(accepted)}.values())[::-1]
    if len(members) > 1 and COLON.match(BRACKETS.sub("", text.text[members[0].end : members[1].start])):
        over, members = members[0].entity, members[1:]
    elif len(members) == 2 and _is_couple(text, line, *members):
        return [((members[0].entity, members[1].entity), members[1])]
    if over:
        return [((over, m.entity), m) for m in members if m.entity != over]
    if focus.home is None:
        return []
    return [
        ((focus.home, m.entity), m)
        for m in members
        if m.entity != focus.home
        and text.entities[focus.home].type is m.type
        and not _is_part(text, focus.home, line, m)
    ]


def _is_couple(text: AnnotatedText, line: Line, one: Mention, other: Mention) -> bool:
    """Whether a dash joins the two, or they stand in two cells of a row, each from a country of its own."""
    if DASH.fullmatch(BRACKETS.sub("", text.text[one.end : other.start])):
        return True
    cells = [next((c for c in line.block.cells if c[0] <= m.start < c[1]), None) for m in (one, other)]
    countries = {text.entity(one).country, text.entity(other).country} - {None}
    return None not in cells and cells[0] != cells[1] and len(countries) == 2


def _is_part(text: AnnotatedText, owner: EntityId, line: Line, member: Mention) -> bool:
    """Whether a place in a list of no clear purpose only lies in the same country as its owner."""
    home, other = text.entities[owner], text.entity(member)
    return line.by_title and not line.own_cue and home.country is not None and home.country == other.country


def _dates(text: AnnotatedText, line: Line, after: list[Mention]) -> list[list[DateMention]]:
    """For each couple of a line the dates behind it; those of the line where they stand behind the last."""
    dates = [
        d
        for s in text.sentences[line.sentence.index :][:12]
        if s.block.start == line.block.start
        for d in text.dates_in(s)
    ]
    if len(after) < 2 or not dates:
        return [dates] * len(after)
    if all(d.start > after[-1].end for d in dates) or all(d.end < after[0].start for d in dates):
        return [dates] * len(after)
    ends = [*(m.start for m in after[1:]), line.block.end]
    return [[d for d in dates if m.end <= d.start < end] for m, end in zip(after, ends, strict=True)]
