"""When a bond began and ended: which of the dates near a cue says what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.edtf import Edtf, Precision

COMMA = re.compile(r"[,，;；:：(（]")
COMMA_AS_FAR_AS = 30
"""A word beyond a comma counts as if it stood so many characters further off."""


@dataclass(slots=True)
class Course:
    since: Edtf | None = None
    until: Edtf | None = None
    ended: bool = False
    """A word, not only a date, says that it came to an end."""
    worked_out: dict[str, str] = field(default_factory=dict)


def course(
    text: AnnotatedText,
    sentence: Sentence,
    dates: Sequence[DateMention],
    span: tuple[int, int],
    otherwise: str = "",
) -> Course:
    """What the given dates of a sentence say of the course of a bond.

    `span` is where the words about it stand; `otherwise` is what a date means that no word explains.
    """
    found = Course()
    celebrated = any(d.kind is MentionKind.ANNIVERSARY for d in dates)
    for date in sorted(dates, key=lambda d: d.kind is not MentionKind.POINT):
        if not (celebrated and date.kind is MentionKind.POINT and date.role is None):
            _take(found, date, _meaning(text, sentence, date, span) or otherwise)
    if found.since and found.until and _earliest(found.until) < _earliest(found.since):
        found.until = None
    found.ended = lexicon(sentence.language, "twinnings")["course.ended"].search(text.text, *span) is not None
    return found


def _take(found: Course, date: DateMention, meaning: str) -> None:
    if date.date is None:
        return
    value = date.date
    if value.precision is Precision.INTERVAL and date.role is None and meaning != "ended":
        start, _, end = value.text.partition("/")
        if meaning == "founded" and end and end != ".." and start and start[:4] != end[:4]:
            found.since, found.until = found.since or Edtf(start), found.until or Edtf(end)
        return
    if meaning == "founded" and found.since is None:
        found.since = value
        if date.worked_out:
            found.worked_out["since"] = date.worked_out
    elif meaning == "ended" and found.until is None:
        found.until = value
        if date.worked_out:
            found.worked_out["until"] = date.worked_out


def _meaning(text: AnnotatedText, sentence: Sentence, date: DateMention, span: tuple[int, int]) -> str:
    """founded, ended, suspended or renewed, by the nearest word that says so; empty where none does."""
    if date.kind is MentionKind.ANNIVERSARY:
        return "founded"
    if date.kind is MentionKind.DURATION:
        return "founded" if date.role is DateRole.SINCE else ""
    nearest = sorted(_distances(text, sentence, date, span))
    meaning = nearest[0][1] if nearest else ""
    if date.role is DateRole.SINCE:
        return "suspended" if meaning == "suspended" and nearest[0][0] < COMMA_AS_FAR_AS else "founded"
    if date.role is DateRole.UNTIL:
        return "ended"
    return meaning


def _distances(
    text: AnnotatedText, sentence: Sentence, date: DateMention, span: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    words = lexicon(sentence.language, "twinnings")
    for meaning, pattern in words.table("course").items():
        for match in pattern.finditer(text.text, *span):
            start, end = sorted((match.span(), (date.start, date.end)))
            between = text.text[start[1] : end[0]]
            yield max(0, len(between)) + COMMA_AS_FAR_AS * len(COMMA.findall(between)), meaning


def _earliest(date: Edtf) -> str:
    return str(date.earliest or "")
