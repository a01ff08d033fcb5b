"""What is said of a record, field by field, with who says it, as a record's page shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from jumelage.desk.addresses import passage_address, record_address
from jumelage.desk.cells import Piece, in_field
from jumelage.desk.dates import in_words
from jumelage.desk.titles import document_title, title_of
from jumelage.desk.words import FIELD, SAID
from jumelage.register.fields import FIELDS, Holds
from jumelage.register.models import Citation, Record, Value
from jumelage.register.queries import Line, Sheet, glances_of, homes_of, names_in, sheet_of
from jumelage.register.queries.meant import REFERRING
from jumelage.vocabulary.names import Script, script_of


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that says so, or an officer. `language` is the quote's; without a quote the whole document says so."""

    document: int | None
    passage: int | None
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
    meant = meant_on([sheet], language)
    found = []
    for field, lines in sheet.items():
        statements = [statement_of(record, line, meant) for line in lines]
        shown, others = [s for s in statements if s.value.current], [s for s in statements if not s.value.current]
        found.append(FieldStatements(field, FIELD[field], shown, others))
    return found


@dataclass(frozen=True, slots=True)
class Meant:
    """What is meant on some sheets: the names of entities by key, and records by the text that stands for them."""

    names: Mapping[int, str]
    records: Mapping[str, Piece]


def meant_on(sheets: Iterable[Sheet], language: str) -> Meant:
    """As many queries for many sheets as for one."""
    values = [line.value for sheet in sheets for of_field in sheet.values() for line in of_field]
    names = names_in(language, {value.entity_id for value in values if value.entity_id})
    keys = [int(value.text) for value in values if value.field in REFERRING]
    if not keys:
        return Meant(names, {})
    homes = homes_of(keys)
    glances = glances_of(homes.values(), language)
    records = {
        str(key): Piece(title_of(glance), record_address(glance.record.kind, home))
        for key, home in homes.items()
        if (glance := glances.get(home))
    }
    return Meant(names, records)


def statement_of(record: Record, line: Line, meant: Meant) -> Statement:
    """One line of a record's sheet; `meant` as `meant_on` gives it."""
    value = line.value
    sources = sources_of(line)
    if value.entity:
        name = meant.names.get(value.entity.pk, value.entity.name)
        return Statement(value, Piece(name, record_address(value.entity.record.kind, value.entity.pk)), "", sources)
    field = FIELDS[record.kind][value.field]
    if field.holds is Holds.RECORD:
        return Statement(value, meant.records.get(value.text, Piece(value.text)), "", sources)
    said = in_field(record.kind, value.field, field.parse(value.text)) or str(SAID.get(value.text, value.text))
    written = field.holds in (Holds.TEXT, Holds.NAME) and value.field not in ("country", "gazetteer", "wikidata")
    return Statement(value, Piece(said), _language_of(value.text, "") if written else "", sources)


def sources_of(line: Line) -> list[Source]:
    """Who says the value, and who denies it."""
    return [_source(citation) for citation in line.citations]


def first_sources(sheet: Sheet) -> list[Source]:
    """The sources of the first field that has any, which is what the record is."""
    for lines in sheet.values():
        sources = [source for line in lines if line.value.current for source in sources_of(line)]
        if sources:
            return sources
    return []


def _source(citation: Citation) -> Source:
    document, entry, passage = citation.telling.document, citation.entry, citation.passage
    return Source(
        document=document.pk if document else None,
        passage=citation.passage_id,
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
