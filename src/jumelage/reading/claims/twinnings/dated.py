"""Reads partners that a text names with a date and little else, where its words for a bond stand before them.

In a run of prose, "its sisters are Harbin (China, 2008) and Nashville (2003)" or "(Växjö, 1982; Petrozavodsk, 1987)";
or each at the head of a paragraph of its own: "Harbin (China, 2008). The mayor …".
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Standing, clauses, standing
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.parties import is_place, named
from jumelage.reading.claims.twinnings.course import course
from jumelage.reading.claims.twinnings.cues import Cue, cues
from jumelage.reading.claims.twinnings.listed import title_cue
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.text.blocks import Block
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Twinning

FEWEST_IN_PROSE, FEWEST_PARAGRAPHS = 2, 3
"""So many partners with dates in one block, or at the heads of blocks, are a list."""
SURE = 0.85
BRACKETS_BEHIND = re.compile(r"[^()（）.;；:\n]{0,40}?[(（]([^()（）]{3,60})[)）]")
MOST_LETTERS = 8
IN_BRACKETS = re.compile(r"[(（][^()（）]*$")

Dated = tuple[Sentence, Mention, list[DateMention]]


def dated(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    """The twinnings of partners that stand with a date in brackets."""
    by_block: dict[int, list[Dated]] = {}
    for sentence in text.sentences:
        by_block.setdefault(sentence.block.start, []).extend(_partners(text, sentence))
    heads = [found[0] for start, found in by_block.items() if found and found[0][1].start - start <= 2]
    title = title_cue(text) if len(heads) >= FEWEST_PARAGRAPHS else None
    for found in by_block.values():
        for sentence, partner, dates in found:
            cue = _cue_before(text, sentence, partner)
            if cue is None or len(found) < FEWEST_IN_PROSE:
                at_head = any(partner.start == head[1].start for head in heads) or len(found) >= FEWEST_IN_PROSE
                cue = title if at_head else None
            if cue and not cue.loose and (twinning := _twinning(text, focus, sentence, partner, dates, cue)):
                yield twinning


def _partners(text: AnnotatedText, sentence: Sentence) -> Iterator[Dated]:
    """The places of a sentence behind which a date stands in brackets, or which stand with one in brackets."""
    dates = [d for d in text.dates_in(sentence) if _may_found(d)]
    if not dates:
        return
    places = named(text, sentence, (sentence.start, sentence.end), is_place)
    for number, place in enumerate(places):
        behind = BRACKETS_BEHIND.match(text.text, place.end, sentence.end)
        until = places[number + 1].start if number + 1 < len(places) else sentence.end
        if behind and _says_no_more(text, sentence, (place.end, behind.end())):
            inside = [d for d in dates if behind.start(1) <= d.start and d.end <= behind.end(1)]
        elif IN_BRACKETS.search(text.text, sentence.start, place.start):
            inside = [
                d for d in dates if place.end <= d.start < until and text.text[place.end : d.start].strip() == ","
            ]
        else:
            continue
        if inside:
            yield sentence, place, inside


def _may_found(date: DateMention) -> bool:
    return date.kind is MentionKind.POINT and date.date is not None and date.role is not DateRole.UNTIL


def _says_no_more(text: AnnotatedText, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether between a place and the end of the brackets behind it stand only where it lies, dates and a word."""
    kept = list(text.text[slice(*span)])
    names = [(m.start, m.end) for m in text.mentions_in(span)]
    for start, end in [*names, *((d.start, d.end) for d in text.dates_in(sentence))]:
        if span[0] <= start and end <= span[1]:
            kept[start - span[0] : end - span[0]] = " " * (end - start)
    return len(re.findall(r"[^\W_]", "".join(kept))) <= MOST_LETTERS


def _cue_before(text: AnnotatedText, sentence: Sentence, partner: Mention) -> Cue | None:
    """The last word for a bond before a partner in its block, or the first of the heading over it."""
    block: Block = sentence.block
    here = [c for c in cues(text, (block.start, sentence.end), sentence.language) if not c.loose]
    if before := list(takewhile(lambda cue: cue.start < partner.start, here)):
        return before[-1]
    if block.section and block.section.start != block.start:
        over = cues(text, (block.section.start, block.section.end), sentence.language)
        return next((c for c in over if not c.loose), None)
    return None


def _twinning(
    text: AnnotatedText, focus: Focus, sentence: Sentence, partner: Mention, dates: list[DateMention], cue: Cue
) -> Twinning | None:
    owner = focus.owner(partner.entity)
    clause = next((c for c in clauses(sentence) if c.start <= partner.start < c.end), None)
    if not owner or not cue.accepts(text.entity(partner)):
        return None
    if clause is None or standing(text, clause) is Standing.DENIED:
        return None
    when = course(text, sentence, dates, (partner.start, dates[-1].end), otherwise="founded")
    return Twinning(
        parties=(owner, partner.entity),
        kind=cue.kind,
        since=when.since,
        until=when.until,
        evidence=(text.passage(sentence),),
        confidence=SURE,
        worked_out=when.worked_out,
    )
