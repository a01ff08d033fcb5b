"""Finds the names of organisations.

In languages that write names with capitals, a name grows from a head word ("university", "chamber of commerce",
"Schule") to both sides; a head word without a name beside it names nothing. In Chinese it ends in its head word and
begins where the words before it stop being nouns. Names without a head word are acronyms and runs of capitals that are
neither a place nor a person; they weigh little.
"""

import re
from collections.abc import Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import Lexicon, lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.words import Word, WordKind, words
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

CAPITALISED = r"(?:[A-ZÀ-ÞŁŚŠŽČĐ0-9][\w'’./&-]*\w|[A-ZÀ-Þ](?!\w))"
NAME_AFTER = re.compile(rf"\s+(?P<name>{CAPITALISED})")
QUOTE_AFTER = re.compile(r"""\s+["“„«‘]\s?(?P<name>[^"”“»’]{2,60}?)\s?["”“»’]""")
NAME_BEFORE = re.compile(rf"(?<![\w'’.-])(?P<name>{CAPITALISED})(?:\s+|-)$")
ACRONYM = re.compile(r"(?<![\w'’.-])[A-Z](?:[A-Z&]|[a-z](?=[A-Z-]))[A-Za-z&-]*[A-Z](?![\w-])")
RUN = re.compile(rf"(?<![\w.'’-]){CAPITALISED}(?:\s+(?:&\s+)?{CAPITALISED}){{0,4}}")
ELIDED = re.compile(rf"(?P<name>{CAPITALISED})")
NOUNS_CAPITALISED = {"de"}
HEADED, ACRONYMIC, BARE = 3.0, 0.8, 0.3
PART_OF_NAME = {
    WordKind.PLACE,
    WordKind.ORGANISATION,
    WordKind.NAME,
    WordKind.NOUN,
    WordKind.ADJECTIVE,
    WordKind.NUMBER,
}
SHORTEST_CHINESE = 3


def find_organisations(text: AnnotatedText, places: Sequence[Named]) -> list[Named]:
    """The names of organisations in a text; a name may hold that of a place."""
    found: list[Named] = []
    for sentence in text.sentences:
        inside = [p for p in places if sentence.start <= p.start < sentence.end]
        found += _chinese(sentence) if sentence.language == "zh" else _capitalised(sentence, inside)
    return found


def _capitalised(sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    terms = lexicon(sentence.language, "organisations")
    ends = 0
    for kind, start, end in _heads(sentence.text, terms):
        if start < ends:
            continue
        first, last = _left_of(sentence.text, start, terms), _right_of(sentence, end, terms)
        written_small = sentence.text[start].islower() and first == start
        if (first, last) == (start, end) or (written_small and last == end):
            continue
        if terms["governments"].fullmatch(_without_places(sentence, first, last, places)):
            continue
        ends = last
        yield _named(sentence, (first, last), HEADED, kind)
    if not sentence.text.isupper():
        for match in ACRONYM.finditer(sentence.text):
            if not terms["no_acronyms"].fullmatch(match[0]):
                yield _named(sentence, match.span(), ACRONYMIC)
    if sentence.language not in NOUNS_CAPITALISED:
        for match in RUN.finditer(sentence.text, 1):
            if not terms["no_part"].fullmatch(match[0].split()[0]):
                yield _named(sentence, match.span(), BARE)


def _named(sentence: Sentence, span: tuple[int, int], weight: float, kind: str | None = None) -> Named:
    start, end = span
    return Named(sentence.start + start, sentence.start + end, EntityType.ORGANISATION, kind=kind, weight=weight)


def _heads(text: str, terms: Lexicon) -> list[tuple[str, int, int]]:
    """The head words of a sentence with their kinds, in order; of those that begin alike the longest."""
    found = [(kind.replace("_", " "), *m.span()) for kind, p in terms.table("kinds").items() for m in p.finditer(text)]
    return sorted(found, key=lambda head: (head[1], -head[2]))


def _left_of(text: str, start: int, terms: Lexicon) -> int:
    """Where the names before a head word begin that belong to it."""
    if not terms.data.get("grows_left"):
        return start
    while (before := NAME_BEFORE.search(text, 0, start)) and not terms["no_part"].fullmatch(before["name"]):
        start = before.start()
    return start


def _right_of(sentence: Sentence, end: int, terms: Lexicon) -> int:
    """Where the names after a head word end that belong to it."""
    text, nouns = sentence.text, _nouns(sentence)
    while True:
        if quote := QUOTE_AFTER.match(text, end):
            return quote.end()
        link = terms["links"].match(text, end + 1) if text[end : end + 1].isspace() else None
        name = NAME_AFTER.match(text, link.end() if link else end) or (link and ELIDED.match(text, link.end()))
        if not name or terms["no_part"].fullmatch(name["name"]) or (not link and name.start("name") in nouns):
            return end
        end = name.end()


def _nouns(sentence: Sentence) -> set[int]:
    """Where the common nouns of a sentence begin, in a language that writes them with a capital."""
    return {w.start for w in words(sentence.text, sentence.language) if w.kind is WordKind.NOUN}


def _without_places(sentence: Sentence, start: int, end: int, places: Sequence[Named]) -> str:
    """The words of a name that are not a place's."""
    text = sentence.text[start:end]
    for place in places:
        first, last = place.start - sentence.start - start, place.end - sentence.start - start
        if 0 <= first < last <= len(text):
            text = text[:first] + " " * (last - first) + text[last:]
    return " ".join(text.split())


def _chinese(sentence: Sentence) -> Iterator[Named]:
    terms = lexicon("zh", "organisations")
    tokens = list(_without_titles(words(sentence.text, "zh"), terms))
    for index, token in enumerate(tokens):
        kind = next((k for k, pattern in terms.table("kinds").items() if pattern.search(token.text)), None)
        if kind is None and token.kind is not WordKind.ORGANISATION:
            continue
        start = _first_of(tokens, index, terms).start
        name = sentence.text[start : token.end]
        if country := terms["countries"].match(name):
            shorter = name[country.end() :]
            if len(shorter) > SHORTEST_CHINESE and not terms["generic"].fullmatch(shorter):
                start, name = start + country.end(), shorter
        if len(name) < SHORTEST_CHINESE or terms["governments"].search(name) or terms["generic"].fullmatch(name):
            continue
        yield _named(sentence, (start, token.end), HEADED if kind else ACRONYMIC, kind and kind.replace("_", " "))


def _without_titles(tokens: Sequence[Word], terms: Lexicon) -> Iterator[Word]:
    for token in tokens:
        if titled := terms["titles"].fullmatch(token.text):
            cut = token.start + len(titled[1])
            yield Word(token.start, cut, titled[1], WordKind.ORGANISATION)
            yield Word(cut, token.end, titled[2], WordKind.NOUN)
        else:
            yield token


def _first_of(tokens: Sequence[Word], last: int, terms: Lexicon) -> Word:
    """The first word of the name that ends in word number `last`."""
    first = last
    while first:
        before = tokens[first - 1]
        bracketed = first >= 3 and before.text == ")" and tokens[first - 3].text == "("
        if bracketed and tokens[first - 2].kind is WordKind.PLACE:
            first -= 3
        elif (
            before.end == tokens[first].start
            and before.kind in PART_OF_NAME
            and not terms["no_part"].search(before.text)
        ):
            first -= 1
        else:
            break
    return tokens[first]
