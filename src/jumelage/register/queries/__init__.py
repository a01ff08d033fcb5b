"""What pages, the API and reports ask of the register."""

from jumelage.register.queries.comparison import Compared, Evidence, compare
from jumelage.register.queries.contacts import Contact, last_contacts
from jumelage.register.queries.counts import (
    Counted,
    Keys,
    count_by_country,
    count_by_direction,
    count_by_field,
    count_by_topic,
    count_by_year,
    count_documents,
)
from jumelage.register.queries.disputes import choices_made, disputed_records, in_dispute
from jumelage.register.queries.documents import Support, is_recorded, passages_in, supports_of
from jumelage.register.queries.glances import Glance, Named, glances_of
from jumelage.register.queries.log import Changes, changes_of, log_of
from jumelage.register.queries.meant import Meant, homes_of, meaning, meant_by
from jumelage.register.queries.names import names_in
from jumelage.register.queries.notes import notes_on, notes_that_mention
from jumelage.register.queries.published import public_entities, published
from jumelage.register.queries.references import References, references_of
from jumelage.register.queries.referring import posts_of, referring_to
from jumelage.register.queries.reviewing import (
    Progress,
    Told,
    documents_looked_at,
    first_sentences,
    next_to_look_at,
    passages_for,
    told_by,
    undecided_in,
)
from jumelage.register.queries.search import NameHit, documents_with, entities_called, records_about, records_worded
from jumelage.register.queries.sheet import Line, Sheet, sheet_of, sheets_of, shown_by
from jumelage.register.queries.sides import Sides, sides_of
from jumelage.register.queries.sources import first_passages, told_between
from jumelage.register.queries.state import state_of_register
from jumelage.register.queries.suggestions import holding_together, merged_by_itself, suggestions
from jumelage.register.queries.tellings import ToldAs, told_as
from jumelage.register.queries.ties import Tie, ties_of
from jumelage.register.queries.told import most_told
from jumelage.register.queries.twinnings import Dossier, dossier_of, twinnings_between
from jumelage.register.queries.waiting import disputed, waiting

__all__ = [
    "Changes",
    "Compared",
    "Contact",
    "Counted",
    "Dossier",
    "Evidence",
    "Glance",
    "Keys",
    "Line",
    "Meant",
    "NameHit",
    "Named",
    "Progress",
    "References",
    "Sheet",
    "Sides",
    "Support",
    "Tie",
    "Told",
    "ToldAs",
    "changes_of",
    "choices_made",
    "compare",
    "count_by_country",
    "count_by_direction",
    "count_by_field",
    "count_by_topic",
    "count_by_year",
    "count_documents",
    "disputed",
    "disputed_records",
    "documents_looked_at",
    "documents_with",
    "dossier_of",
    "entities_called",
    "first_passages",
    "first_sentences",
    "glances_of",
    "holding_together",
    "homes_of",
    "in_dispute",
    "is_recorded",
    "last_contacts",
    "log_of",
    "meaning",
    "meant_by",
    "merged_by_itself",
    "most_told",
    "names_in",
    "next_to_look_at",
    "notes_on",
    "notes_that_mention",
    "passages_for",
    "passages_in",
    "posts_of",
    "public_entities",
    "published",
    "records_about",
    "records_worded",
    "references_of",
    "referring_to",
    "sheet_of",
    "sheets_of",
    "shown_by",
    "sides_of",
    "state_of_register",
    "suggestions",
    "supports_of",
    "ties_of",
    "told_as",
    "told_between",
    "told_by",
    "twinnings_between",
    "undecided_in",
    "waiting",
]
