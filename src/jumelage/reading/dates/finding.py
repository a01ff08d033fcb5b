"""The dates of a running text: each placed by what stands before it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jumelage.reading.dates.expression import Expression, Fields
from jumelage.reading.dates.grammar import grammar
from jumelage.reading.dates.mention import DateMention, DateRole, MentionKind
from jumelage.reading.dates.placing import Setting, place
from jumelage.reading.dates.sentences import expressions
from jumelage.vocabulary.edtf import Edtf, InvalidDate, Precision

PARAGRAPH = 2
"""Characters between two sentences from which on they stand in different paragraphs."""
OPENING = 6
"""Characters a sentence may have before the year it begins with."""
AROUND_A_HEADING = " \t\n\u3000.:：。-–—【】[]()（）#*•·●■、"
TITLE = 3
"""Sentences at the beginning that may be a title."""
BESIDE_A_HEADING = 20
"""Characters a date may have around it and still be a heading."""
NEIGHBOURS = 8
"""Dates before and after an anniversary that it may be counted to."""
ENOUGH = 30
"""Years, anniversaries and weekdays that are looked at to date an undated text."""
BELIEVABLE_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its dates in words."""

    offset: int
    text: str
    expressions: tuple[Expression, ...]


def find_dates(
    sentences: Sequence[tuple[int, str]], language: str | Sequence[str], published: Edtf | None = None
) -> list[list[DateMention]]:
    """For each sentence (its offset and text) the dates in it, in order, with offsets in the whole text.

    `language` is that of the text or of each sentence; a language without dates of its own has none. A date without a
    year is placed by the dates before it and by `published`; without either its `date` is None.
    """
    languages = [language] * len(sentences) if isinstance(language, str) else language
    said = [
        Said(offset, text, tuple(expressions(text, words)) if (words := grammar(tag)) else ())
        for (offset, text), tag in zip(sentences, languages, strict=True)
    ]
    setting = Setting(published) if published else _setting_without_date(said)
    mentions, years, end = [], _years(said), 0
    for sentence in said:
        if sentence.offset - end >= PARAGRAPH:
            setting.paragraph = None
        end = sentence.offset + len(sentence.text)
        mentions.append(_mentions(sentence, setting, years))
    return mentions


def _mentions(said: Said, setting: Setting, years: frozenset[int]) -> list[DateMention]:
    placed: list[DateMention] = []
    setting.sentence = _opening_year(said)
    for found in said.expressions:
        if found.kind is MentionKind.POINT and (setting.heading or not found.entry):
            for part in _parts(found):
                date, how = place(part, setting)
                if date and found.role in (DateRole.DUE, DateRole.UNTIL):
                    date = _to_the_end(date, part)
                placed.append(DateMention(said.offset + found.start, said.offset + found.end, date, found.role, how))
                if date:
                    _move_on(setting, said, found, date)
    counted = [_counted(f, said, placed, setting, years) for f in said.expressions if f.kind is not MentionKind.POINT]
    return sorted(placed + counted, key=lambda m: (m.start, m.end))


def _opening_year(said: Said) -> Edtf | None:
    """The year a sentence begins with ("In 2016: …"), which its months and days are of."""
    if not said.expressions:
        return None
    first = said.expressions[0]
    before = said.text[: first.start].strip()
    is_year = first.first == Fields(year=first.first.year) and not first.last and not first.role
    return Edtf(f"{first.first.year:04}") if first.first.year and is_year and len(before) <= OPENING else None


def _parts(found: Expression) -> Iterable[Expression]:
    """Two days joined by an "and" are a span only where one follows the other."""
    if not (found.joined and found.last) or _adjacent(found.first, found.last):
        return (found,)
    return tuple(replace(found, first=end, last=None, joined=False) for end in (found.first, found.last))


def _adjacent(first: Fields, last: Fields) -> bool:
    for unit in ("day", "weekday"):
        a, b = getattr(first, unit), getattr(last, unit)
        if a and b and first.month == last.month:
            return bool(b - a == 1)
    return False


def _to_the_end(date: Edtf, part: Expression) -> Edtf:
    """What is due before the end of a year, or lasts until then, is so on its last day."""
    if part.first.part == "end" and date.precision in (Precision.YEAR, Precision.MONTH) and date.latest:
        return Edtf(date.latest.isoformat())
    return date


def _move_on(setting: Setting, said: Said, found: Expression, date: Edtf) -> None:
    """Keep what later dates may be placed by."""
    setting.remember(date)
    start = _start_of(date)
    if start and found.role is not DateRole.SINCE:
        setting.paragraph = start
    heads = _is_alone(said.text, found)
    if (
        heads
        and (date != setting.document or date.precision is Precision.YEAR)
        and date.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
    ):
        setting.heading = date
    elif setting.heading and found.first.year and not setting.heading.covers(date):
        setting.heading = None


def _is_alone(text: str, found: Expression) -> bool:
    """Whether a sentence is a date and nothing else."""
    short = len(text) - (found.end - found.start) <= BESIDE_A_HEADING
    return short and not (text[: found.start] + text[found.end :]).strip(AROUND_A_HEADING)


def _start_of(date: Edtf) -> Edtf | None:
    first = date.text.split("/")[0]
    return Edtf(first) if first not in ("", "..") else None


def _counted(
    found: Expression, said: Said, placed: Sequence[DateMention], setting: Setting, years: frozenset[int]
) -> DateMention:
    """A duration or an anniversary; its date is the year it counts from, where there is a year it counts to."""
    assert found.years  # noqa: S101  it is one
    start, end = said.offset + found.start, said.offset + found.end
    date, how = None, None
    if found.kind is MentionKind.ANNIVERSARY or found.role is DateRole.SINCE:
        place = bisect_left(placed, start, key=lambda m: m.start)
        beside = placed[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS]
        near = sorted(beside, key=lambda m: max(m.start - end, start - m.end))
        counted_to = [m.date.latest.year for m in near if m.date and m.date.latest and m.role is not DateRole.SINCE]
        counted_to += [d.latest.year for d in (setting.paragraph, setting.document) if d and d.latest]
        if counted_to:
            year = next((y for y in counted_to if y - found.years in years), counted_to[0])
            date, how = _year(year - found.years), f"{found.years} years before {year}"
    return DateMention(start, end, date, found.role, how if date else None, found.kind, found.years)


def _year(year: int) -> Edtf | None:
    try:
        return Edtf(f"{year:04}")
    except InvalidDate:
        return None


def _years(said: Iterable[Said]) -> frozenset[int]:
    return frozenset(
        fields.year for s in said for e in s.expressions for fields in (e.first, e.last) if fields and fields.year
    )


def _setting_without_date(said: Sequence[Said]) -> Setting:
    """The year an undated text must be from: the one in which its anniversary falls and its weekdays are right."""
    found = [(s.offset + e.start, e) for s in said for e in s.expressions]
    lengths = [(at, e.years) for at, e in found if e.years and (e.kind is MentionKind.ANNIVERSARY or e.years >= 10)]
    starts = [(at, e.first.year) for at, e in found if e.first.year]
    dated = [e.first for _, e in found if not e.first.year and e.first.weekday and e.first.month and e.first.day]
    named = {year for _, year in starts}
    sums = [
        (year + length not in named, abs(at - place), year + length, f"{length} years after {year}")
        for at, year in starts[:ENOUGH]
        for place, length in lengths[:ENOUGH]
        if year + length in BELIEVABLE_YEARS and all(_falls_on(fields, year + length) for fields in dated[:ENOUGH])
    ]
    if not sums:
        return _setting_of_title(said[:TITLE])
    *_, year, how = min(sums)
    return Setting(Edtf(str(year)), document_from=how)


def _setting_of_title(title: Sequence[Said]) -> Setting:
    """The one year that the first lines name, unless something is but said to exist since then."""
    years = {e.first.year for s in title for e in s.expressions if e.first.year and e.role is not DateRole.SINCE}
    return (
        Setting(Edtf(f"{years.pop():04}"), document_from="the year in its title") if len(years) == 1 else Setting(None)
    )


def _falls_on(fields: Fields, year: int) -> bool:
    try:
        day = Edtf(f"{year}-{fields.month:02}-{fields.day:02}").earliest
    except InvalidDate:
        return False
    return bool(day and day.isoweekday() == fields.weekday)
