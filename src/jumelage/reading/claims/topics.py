"""The topics of cooperation that a stretch of text speaks of. Their words are each language's `topics.toml`."""

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.kinds import Topic


def topics(text: AnnotatedText, span: tuple[int, int], language: str) -> tuple[Topic, ...]:
    """The topics in a stretch of text, in the order in which they come up; names are no topics."""
    names = [(m.start, m.end) for m in text.mentions_in(span)]
    found: dict[Topic, int] = {}
    for topic, pattern in lexicon(language, "topics").possible("topics", text.text, *span):
        for match in pattern.finditer(text.text, *span):
            if not any(start <= match.start() < end for start, end in names):
                found[Topic(topic)] = match.start()
                break
    return tuple(sorted(found, key=lambda t: found[t]))
