"""Files in and out: lists that others keep, and everything that the register holds.

A list comes in by four steps: `open_table`, `guess_mapping`, `plan` (a dry run with the fate of every row) and
`carry_out`; `jumelage.register.actions.undo` takes it out as a whole.
"""

from jumelage.exchange.importing import Choices, Plan, RowFate, RowsAreWrong, Wanted, carry_out, plan
from jumelage.exchange.mapping import KINDS, Mapping, guess_mapping, parts_of
from jumelage.exchange.rows import NoList, Row, Table, open_table

__all__ = [
    "KINDS",
    "Choices",
    "Mapping",
    "NoList",
    "Plan",
    "Row",
    "RowFate",
    "RowsAreWrong",
    "Table",
    "Wanted",
    "carry_out",
    "guess_mapping",
    "open_table",
    "parts_of",
    "plan",
]
