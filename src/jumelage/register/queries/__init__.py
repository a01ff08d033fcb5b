"""What pages, the API and reports ask of the register."""

from jumelage.register.queries.contacts import Contact, last_contacts
from jumelage.register.queries.documents import Support, is_recorded, supports_of
from jumelage.register.queries.glances import Glance, Named, glances_of
from jumelage.register.queries.names import names_in
from jumelage.register.queries.references import References, references_of
from jumelage.register.queries.referring import posts_of, referring_to
from jumelage.register.queries.search import NameHit, documents_with, entities_called, records_about, records_worded
from jumelage.register.queries.sheet import Line, Sheet, sheet_of
from jumelage.register.queries.suggestions import merged_by_itself, suggestions
from jumelage.register.queries.told import most_told
from jumelage.register.queries.twinnings import Dossier, dossier_of, sides_of
from jumelage.register.queries.waiting import disputed, waiting

__all__ = [
    "Contact",
    "Dossier",
    "Glance",
    "Line",
    "NameHit",
    "Named",
    "References",
    "Sheet",
    "Support",
    "disputed",
    "documents_with",
    "dossier_of",
    "entities_called",
    "glances_of",
    "is_recorded",
    "last_contacts",
    "merged_by_itself",
    "most_told",
    "names_in",
    "posts_of",
    "records_about",
    "records_worded",
    "references_of",
    "referring_to",
    "sheet_of",
    "sides_of",
    "suggestions",
    "supports_of",
    "waiting",
]
