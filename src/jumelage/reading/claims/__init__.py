"""One room a kind of claim. Each is a function from an annotated text to the claims of its kind that the text makes.

A room yields what it finds, sentence by sentence, with evidence; it need not mind repetition: `consolidation` makes one
claim of what several sentences say of one thing.
"""

from collections.abc import Callable, Iterable

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.agreements import find_agreements
from jumelage.reading.claims.commitments import find_commitments
from jumelage.reading.claims.events import find_events
from jumelage.reading.claims.honours import find_honours
from jumelage.reading.claims.posts import find_posts
from jumelage.reading.claims.programmes import find_programmes
from jumelage.reading.claims.twinnings import find_twinnings
from jumelage.reading.claims.visits import find_visits
from jumelage.vocabulary.claims import Claim

ROOMS: tuple[Callable[[AnnotatedText], Iterable[Claim]], ...] = (
    find_twinnings,
    find_agreements,
    find_visits,
    find_events,
    find_posts,
    find_programmes,
    find_commitments,
    find_honours,
)
