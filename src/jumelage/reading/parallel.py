"""Documents that say the same twice, in two languages: what the translation repeats is counted once.

A text is parallel when two languages each have a good part of it and speak of the same dates and the same places. The
part that stands first is read; the other lends its names: persons who are named in the same order in both parts are the
same persons.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import mean

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import Script, script_of

LEAST_SHARE = 0.2
SAME_DATES, SAME_PLACES = 0.5, 0.6
HAN_WEIGHT = 2.5
"""A Chinese character says as much as this many letters."""


def translation(text: AnnotatedText) -> tuple[Sentence, ...]:
    """The sentences of a text that are a translation of the others; none where it is not parallel."""
    by_language: dict[str, list[Sentence]] = {}
    for sentence in text.sentences:
        by_language.setdefault(sentence.language, []).append(sentence)
    sizes = {language: _size(said) for language, said in by_language.items()}
    main = [language for language, size in sizes.items() if size >= LEAST_SHARE * sum(sizes.values())]
    if len(main) != 2:
        return ()
    first, second = sorted((by_language[language] for language in main), key=lambda said: mean(s.start for s in said))
    same_dates = _shared(_dates(text, first), _dates(text, second))
    same_places = _shared(_places(text, first), _places(text, second))
    return tuple(second) if same_dates >= SAME_DATES and same_places >= SAME_PLACES else ()


def with_one_entity_a_person(text: AnnotatedText, translated: Sequence[Sentence]) -> None:
    """Join the persons of a translation with those they are in the other part, where both name as many, in order."""
    theirs = _persons(text, translated)
    ours = [key for key in _persons(text, [s for s in text.sentences if s not in translated]) if key not in theirs]
    only_theirs = [key for key in theirs if key not in ours]
    if len(ours) != len(only_theirs):
        return
    same = dict(zip(only_theirs, ours, strict=True))
    entities = dict(text.entities)
    for theirs_key, ours_key in same.items():
        names = tuple(dict.fromkeys((*entities[ours_key].names, *entities.pop(theirs_key).names)))
        entities[ours_key] = replace(entities[ours_key], names=names)
    text.entities = entities
    text.mentions = [replace(m, entity=same.get(m.entity, m.entity)) for m in text.mentions]


def without_translation(claims: Iterable[Claim], text: AnnotatedText, translated: Sequence[Sentence]) -> list[Claim]:
    """The claims that not only the translation makes."""
    stretches = [text.repaired.original(s.start, s.end) for s in translated]
    return [
        claim
        for claim in claims
        if not all(any(start <= p.start and p.end <= end for start, end in stretches) for p in claim.evidence)
    ]


def _size(sentences: Iterable[Sentence]) -> float:
    return sum(len(s.text) * (HAN_WEIGHT if script_of(s.text) is Script.HAN else 1) for s in sentences)


def _dates(text: AnnotatedText, sentences: Iterable[Sentence]) -> Counter[object]:
    return Counter(d.date for s in sentences for d in text.dates_in(s) if d.date)


def _places(text: AnnotatedText, sentences: Iterable[Sentence]) -> Counter[object]:
    return Counter(m.entity for s in sentences for m in text.mentions_in(s, EntityType.PLACE))


def _shared(a: Counter[object], b: Counter[object]) -> float:
    """How much of the poorer collection stands in the richer one too, repetitions counted."""
    return (a & b).total() / max(1, min(a.total(), b.total()))


def _persons(text: AnnotatedText, sentences: Iterable[Sentence]) -> list[EntityId]:
    """The persons named in sentences, in order of their first mention."""
    named: list[Mention] = [m for s in sentences for m in text.mentions_in(s, EntityType.PERSON)]
    return list(dict.fromkeys(m.entity for m in named))
