"""The dates of a text, as EDTF: found by the words of each language's `dates.toml`, placed by what stands around them.

>>> [[mention]] = find_dates([(0, "The two cities have been twinned since 14 June 1985.")], "en")
>>> str(mention.date), mention.role.value
('1985-06-14', 'since')
"""

from jumelage.reading.dates.finding import find_dates
from jumelage.reading.dates.mention import DateMention, DateRole, MentionKind
from jumelage.reading.dates.publication import document_date

__all__ = ["DateMention", "DateRole", "MentionKind", "document_date", "find_dates"]
