"""What pages, the API and reports ask of the register."""

from jumelage.register.queries.documents import Support, supports_of
from jumelage.register.queries.references import References, references_of
from jumelage.register.queries.sheet import Line, Sheet, sheet_of
from jumelage.register.queries.twinnings import Dossier, dossier_of, sides_of

__all__ = [
    "Dossier",
    "Line",
    "References",
    "Sheet",
    "Support",
    "dossier_of",
    "references_of",
    "sheet_of",
    "sides_of",
    "supports_of",
]
