"""What is said of a record, field by field, with who says it, as a record's page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from jumelage.desk.addresses import passage_address, record_address
from jumelage.desk.cells import Piece, in_field
from jumelage.desk.dates import in_words
from jumelage.desk.titles import document_title, title_of
from jumelage.desk.words import FIELD
from jumelage.register.fields import FIELDS, Holds
from jumelage.register.models import Citation, Record, Value
from jumelage.register.queries import Line, Sheet, glances_of, homes_of, names_in, sheet_of
from jumelage.vocabulary.names import Script, script_of


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that says so, or an officer. `language` is the quote's; without a quote the whole document says so."""

    quote: str
    language: str
    address: str
    title: str
    published: str
    officer: str
    at: datetime | None
    reason: str
    says: bool
    worked_out: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One value with its standing and its sources."""

    value: Value
    piece: Piece
    language: str
    sources: Sequence[Source]


@dataclass(frozen=True, slots=True)
class FieldStatements:
    """All that is said in one field: what the record shows, and what else sources say."""

    name: str
    label: str | Promise
    shown: Sequence[Statement]
    others: Sequence[Statement]


def statements_of(record: Record, language: str) -> list[FieldStatements]:
    """Every field that anything is said of. As many queries for much as for little."""
    sheet = sheet_of(record)
    names = names_in(language, {e.pk for lines in sheet.values() for line in lines if (e := line.value.entity)})
    referred = _records_meant(record, sheet, language)
    found = []
    for field, lines in sheet.items():
        statements = [_statement(record, line, names.get(line.value.entity_id or 0, ""), referred) for line in lines]
        found.append(
            FieldStatements(
                field,
                FIELD[field],
                [s for s in statements if s.value.current],
                [s for s in statements if not s.value.current],
            )
        )
    return found


def _records_meant(record: Record, sheet: Sheet, language: str) -> Mapping[str, Piece]:
    """For the key of each record that a value means, its title and address."""
    fields = [lines for name, lines in sheet.items() if FIELDS[record.kind][name].holds is Holds.RECORD]
    if not fields:
        return {}
    homes = homes_of(int(line.value.text) for lines in fields for line in lines)
    glances = glances_of(homes.values(), language)
    return {
        str(key): Piece(title_of(glance), record_address(glance.record.kind, home))
        for key, home in homes.items()
        if (glance := glances.get(home))
    }


def _statement(record: Record, line: Line, name: str, referred: Mapping[str, Piece]) -> Statement:
    value = line.value
    sources = sources_of(line)
    if value.entity:
        piece = Piece(name or value.entity.name, record_address(value.entity.record.kind, value.entity.pk))
        return Statement(value, piece, "", sources)
    field = FIELDS[record.kind][value.field]
    if field.holds is Holds.RECORD:
        return Statement(value, referred.get(value.text, Piece(value.text)), "", sources)
    words = in_field(record.kind, value.field, field.parse(value.text))
    written = field.holds in (Holds.TEXT, Holds.NAME) and value.field not in ("country", "gazetteer", "wikidata")
    return Statement(value, Piece(words or value.text), _language_of(value.text, "") if written else "", sources)


def sources_of(line: Line) -> list[Source]:
    """Who says the value, and who denies it."""
    return [_source(citation) for citation in line.citations]


def _source(citation: Citation) -> Source:
    document, entry, passage = citation.telling.document, citation.entry, citation.passage
    return Source(
        quote=passage.quote if passage else "",
        language=_language_of(passage.quote, document.language) if passage and document else "",
        address=passage_address(passage) if passage else "",
        title=document_title(document) if document and not entry else "",
        published=in_words(document.published) if document and document.published else "",
        officer=str(entry.officer) if entry else "",
        at=entry.at if entry else None,
        reason=entry.reason if entry else "",
        says=citation.says,
        worked_out=citation.worked_out,
    )


def _language_of(text: str, usual: str) -> str:
    """The language to mark a text with: Chinese wherever it is written in Han characters."""
    if script_of(text) is Script.HAN:
        return usual if usual.startswith("zh") else "zh"
    return "" if usual.startswith("zh") or usual == "und" else usual
