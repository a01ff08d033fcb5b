"""What is due, as a letter."""

from collections.abc import Sequence
from datetime import date

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from jumelage.agenda.items import upcoming
from jumelage.desk.agenda import Row, rows_of


def digest(today: date, months: int, language: str) -> tuple[str, str]:
    """The subject and the text of the letter: what waits since its day has passed, then what lies ahead."""
    with override(language):
        rows = [row for row in rows_of(upcoming(today, months), today, language) if not row.item.done]
        waiting, ahead = [row for row in rows if row.passed], [row for row in rows if not row.passed]
        subject = ngettext("Twinnings: %(n)s thing is due", "Twinnings: %(n)s things are due", len(rows))
        parts = [(_("Date has passed"), waiting), (_("Ahead"), ahead)]
        text = "\n\n".join(_part(heading, of_part) for heading, of_part in parts if of_part)
        return subject % {"n": len(rows)}, text or _("Nothing is due, and nothing with a date lies ahead.")


def send_digest(today: date, months: int, language: str, addresses: Sequence[str]) -> int:
    """One letter to each address, none of which sees the others; returns how many were sent."""
    subject, text = digest(today, months, language)
    return sum(EmailMessage(subject, text, to=[address]).send() for address in addresses)


def _part(heading: str, rows: Sequence[Row]) -> str:
    return "\n".join([heading.upper(), *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    begin = _("begin by %(date)s") % {"date": row.begin} if row.begin else ""
    return "\n    ".join(part for part in (f"{row.when}  {row.title}", row.detail, begin, row.source) if part)
