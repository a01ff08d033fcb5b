"""What one room reads in a text of its own, in words a test can compare."""

from collections.abc import Callable, Iterable
from typing import Any

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.consolidation import consolidated
from jumelage.reading.names import find_names
from jumelage.reading.reader import annotate
from jumelage.vocabulary.claims import Claim

Room = Callable[[AnnotatedText], Iterable[Claim]]


def said(find: Room, text: str) -> list[dict[str, Any]]:
    """The claims of a room in a text: ids as names, dates and kinds as they are written, parties as sets."""
    annotated = annotate(text, None)
    annotated.entities, annotated.mentions = find_names(annotated)

    def plain(value: Any) -> Any:
        if isinstance(value, tuple):
            return {plain(v) for v in value}
        if isinstance(value, str) and value in annotated.entities:
            return annotated.entities[value].name
        return value if isinstance(value, bool) else str(value)

    return [{name: plain(value) for name, value in c.values().items()} for c in consolidated(find(annotated))]
