"""How papers quote the register: every value with who says it, every number with the rows behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jumelage.briefings import Bullets, Note, Paragraph, Run, Table
from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Cell
from jumelage.desk.statements import Source, first_sources, statements_of
from jumelage.desk.titles import title_of, when
from jumelage.register.models import Record
from jumelage.register.queries import Glance, sheets_of

MOST_NOTES = 1
"""Sources that a value names; its page in the register has the others."""
LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Quoting:
    """`desk` is the address of the desk, without a slash at its end; `language` that of the paper."""

    desk: str
    language: str

    def notes(self, sources: Iterable[Source]) -> list[Note]:
        said = [source for source in sources if source.says]
        return [self._note(source) for source in said[:MOST_NOTES]]

    def run(self, text: str, address: str = "", sources: Iterable[Source] = ()) -> Run:
        """Text that leads to an address of the desk; "not known" where there is no text."""
        if not text:
            return not_known()
        return Run(text, self.notes(sources), f"{self.desk}{address}" if address else "")

    def cell(self, cell: Cell) -> list[Run]:
        """Names with links, commas between; "not known" where there is none."""
        return self.joined(self.run(piece.text, piece.address) for piece in cell) or [not_known()]

    def joined(self, runs: Iterable[Run]) -> list[Run]:
        """The runs with commas between them."""
        return [run for one in runs for run in (Run(", "), one)][1:]

    def told(self, glances: Iterable[Glance]) -> list[list[Run]]:
        """A line for each record: when, what, and who says so; one query for all their sources."""
        glances = list(glances)
        sheets = sheets_of(glance.record for glance in glances)
        return [
            [
                Run(f"{when(glance) or _('no date')}: "),
                self.run(title_of(glance), address_of(glance.record), first_sources(sheets[glance.record.pk])),
            ]
            for glance in glances
        ]

    def _note(self, source: Source) -> Note:
        link = f"{self.desk}{source.address}" if source.address else ""
        if source.officer:
            day = date_format(source.at, "DATE_FORMAT") if source.at else ""
            return Note(", ".join(part for part in (source.officer, day, source.reason) if part), link)
        where = ", ".join(part for part in (source.title, source.published) if part)
        quote = " ".join(source.quote.split())
        if len(quote) > LONGEST_QUOTE:
            quote = f"{quote[:LONGEST_QUOTE].rstrip()}…"
        return Note(f"{where}: “{quote}”" if quote else where, link)


def facts_of(record: Record, quoting: Quoting) -> Table | Paragraph:
    """Everything that the record shows, with who says so."""
    rows = [
        [
            [Run(str(field.label))],
            quoting.joined(quoting.run(s.piece.text, s.piece.address, s.sources) for s in field.shown),
        ]
        for field in statements_of(record, quoting.language)
        if field.shown
    ]
    return tabled([_("What"), _("As the sources say")], rows, _("Nothing is known of it yet."))


def not_known() -> Run:
    return Run(_("not known"), unknown=True)


def address_of(record: Record) -> str:
    return record_address(record.kind, record.pk)


def listed(lines: Sequence[Sequence[Run]], otherwise: str) -> Bullets | Paragraph:
    """The lines, or a sentence that says that there are none."""
    return Bullets(lines) if lines else Paragraph([Run(otherwise, unknown=True)])


def tabled(header: Sequence[str], rows: Sequence[Sequence[Sequence[Run]]], otherwise: str) -> Table | Paragraph:
    return Table(header, rows) if rows else Paragraph([Run(otherwise, unknown=True)])
