"""When the things a clause tells of happened, where the clause itself does not say."""

from datetime import timedelta

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.dates import DateMention, MentionKind
from jumelage.vocabulary.edtf import Edtf, Precision

AS_NEWS = timedelta(days=31)
"""A day so shortly before the document's own date is that of the news it tells."""
WHEN = "the day of what is told before"


def is_a_point(date: DateMention) -> bool:
    """Whether a mention says when something happened: no duration, no end, no stretch of years."""
    if date.kind is not MentionKind.POINT or date.role is not None or date.date is None:
        return False
    return date.date.precision is not Precision.INTERVAL


def date_of_the_scene(text: AnnotatedText, clause: Clause) -> Edtf | None:
    """The date that a clause has from what it tells or is told before: in the sentence, the paragraph, or the news."""
    for date in reversed(text.dates_in(clause.sentence)):
        if date.start < clause.end and is_a_point(date):
            return date.date
    for sentence in reversed(text.sentences[: clause.sentence.index]):
        inside = sentence.block == clause.sentence.block
        for date in reversed(text.dates_in(sentence)):
            a_day = is_a_point(date) and date.date is not None and date.date.precision is Precision.DAY
            if a_day and date.date and date.date != text.published and (inside or _is_news(text, date.date)):
                return date.date
    return None


def _is_news(text: AnnotatedText, date: Edtf) -> bool:
    published = text.published
    if published is None or published.precision is not Precision.DAY or not (published.earliest and date.earliest):
        return False
    return timedelta(0) <= published.earliest - date.earliest <= AS_NEWS
