"""Files in and out: lists that others keep, and everything that the register holds.

A list comes in by four steps: `open_table`, `guess_mapping`, `plan` (a dry run with the fate of every row) and
`carry_out`; `jumelage.register.actions.undo` takes it out as a whole. `export_list` writes any records of one kind with
their sources, `write_archive` the whole register, which `read_archive` reads back elsewhere.
"""

from jumelage.exchange.archive import NoArchive, read_archive, write_archive
from jumelage.exchange.exporting import Form, export_list
from jumelage.exchange.importing import Choices, Plan, RowFate, RowsAreWrong, Wanted, carry_out, plan
from jumelage.exchange.mapping import KINDS, Mapping, guess_mapping, parts_of
from jumelage.exchange.rows import NoList, Row, Table, open_table

__all__ = [
    "KINDS",
    "Choices",
    "Form",
    "Mapping",
    "NoArchive",
    "NoList",
    "Plan",
    "Row",
    "RowFate",
    "RowsAreWrong",
    "Table",
    "Wanted",
    "carry_out",
    "export_list",
    "guess_mapping",
    "open_table",
    "parts_of",
    "plan",
    "read_archive",
    "write_archive",
]
