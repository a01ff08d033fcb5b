"""Which column of a list says what."""

import tomllib
from collections.abc import Mapping as AMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from jumelage.exchange.rows import Row, Table
from jumelage.register.keys import key_of

HEADINGS = tomllib.loads((files(__package__) / "headings.toml").read_text(encoding="utf-8"))
KINDS = tuple(HEADINGS["needed"])
"""The kinds of record that a list may be of."""
PARTS = tuple(part for part in HEADINGS["parts"] if part != "name")
"""What a list may give of an entity beside its name."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The `kind` of record that each row is, and what each column says; a column that is left out says nothing.

    What a column says is a part: a field (`since`), for several entities with a number (`parties 1`), and for one thing
    that is told of the entity its name behind that (`parties 1 country`). `always` are parts that are the same in every
    row.
    """

    kind: str
    columns: AMapping[str, str]
    always: AMapping[str, str] = field(default_factory=dict)

    def missing(self) -> tuple[str, ...]:
        """The parts without which no row can be understood, and that no column gives."""
        given = {*self.columns.values(), *self.always}
        return tuple(
            part for part in HEADINGS["needed"][self.kind] if part not in given and f"{part} within" not in given
        )

    def cell(self, row: Row, part: str) -> str:
        """What the row says of a part; empty where it says nothing."""
        said = (row.cells.get(column, "") for column, of in self.columns.items() if of == part)
        return next(filter(None, said), "") or self.always.get(part, "")


def parts_of(kind: str) -> tuple[str, ...]:
    """Everything that a column of a list of a kind may say."""
    parts = list(HEADINGS[kind])
    for part in HEADINGS["needed"][kind]:
        if kind in ("twinning", "agreement", "visit"):
            parts += [f"{part} {of_entity}" for of_entity in PARTS if f"{part} {of_entity}" not in parts]
    return tuple(parts)


def guess_mapping(table: Table, kind: str | None = None) -> Mapping:
    """The kind whose parts the headings name best, or that of a given kind; what no heading names is left out."""
    guesses = [_guess(table.columns, one) for one in ([kind] if kind else KINDS)]
    return max(guesses, key=lambda mapping: (not mapping.missing(), len(mapping.columns)))


def _guess(columns: Sequence[str], kind: str) -> Mapping:
    by_heading: dict[str, list[str]] = {}
    for part, headings in HEADINGS[kind].items():
        for heading in (part, *headings):
            by_heading.setdefault(key_of(heading), []).append(part)
    for numbered in HEADINGS["needed"][kind]:
        for part in PARTS:
            by_heading.setdefault(key_of(f"{numbered} {part}"), []).append(f"{numbered} {part}")
    named = {column: by_heading[key_of(column)] for column in columns if key_of(column) in by_heading}
    taken: dict[str, str] = {}
    for column, parts in sorted(named.items(), key=lambda item: _rank(kind, *item)):
        free = [part for part in parts if part not in taken.values() or not _names(kind, part)]
        if free:
            taken[column] = free[0]
    present = {key_of(column) for column in columns}
    always = {a["part"]: a["value"] for a in HEADINGS["always"] if key_of(a["column"]) in present}
    in_order = {column: taken[column] for column in columns if column in taken}
    return Mapping(kind, in_order, {part: value for part, value in always.items() if part in parts_of(kind)})


def _names(kind: str, part: str) -> bool:
    """Whether it names an entity; of such a part there is but one column."""
    return part in HEADINGS["needed"][kind]


def _rank(kind: str, column: str, parts: Sequence[str]) -> int:
    """How soon a column chooses: by where its heading stands among those of its part."""
    headings = [key_of(heading) for heading in HEADINGS[kind].get(parts[0], ())]
    return headings.index(key_of(column)) if key_of(column) in headings else 0
