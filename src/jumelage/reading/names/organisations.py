"""Finds the names of organisations.

In languages that write names with capitals, a name grows from a head word ("university", "chamber of commerce",
"Schule") to both sides; a head word without a name beside it names nothing. In Chinese it ends in its head word and
begins where the words before it stop being nouns. Names without a head word are acronyms and runs of capitals that are
neither a place nor a person; they weigh little.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import Lexicon, languages, lexicon, words_of
from jumelage.reading.names.named import Named, by_sentence
from jumelage.reading.names.place_hits import place_hits
from jumelage.reading.names.words import Word, WordKind, words
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

CAPITALISED = r"(?:(?:No|Nr|St)\.(?=\s)|[A-ZÀ-ÞŁŚŠŽČĐ0-9][\w'’./&-]*\w|[A-ZÀ-Þ0-9](?!\w))"
NAME_AFTER = re.compile(rf"\s+(?P<name>{CAPITALISED})")
QUOTE_AFTER = re.compile(r"""\s+["“„«‘]\s?(?P<name>[^"”“»’]{2,60}?)\s?["”“»’]""")
NAME_BEFORE = re.compile(rf"(?<![\w'’.-])(?P<name>{CAPITALISED}|\([A-Z][a-z]+\))(?:\s+|-)$")
ACRONYM = re.compile(r"(?<![\w'’.-])[A-ZÀ-Þ](?:[A-ZÀ-Þ&]|[a-z](?=[A-Z-]))[A-ZÀ-Þa-z&-]*[A-ZÀ-Þ](?![\w-])")
SMALL_WORD = re.compile(r"\s[a-zà-þ]")
RUN = re.compile(rf"(?<![\w.'’-]){CAPITALISED}(?:\s+(?:&\s+)?{CAPITALISED}){{0,4}}")
ELIDED = re.compile(rf"(?P<name>{CAPITALISED})")
NOUNS_CAPITALISED = {"de"}
WITH_CAPITALS = set(languages()) - {"zh"}
LONG_ENOUGH = 6
MOST_INNER = 2
"""So many small phrases may stand between a head word and its name."""
NOTHING_AFTER = {"legal form": "company"}
"""Heads that end a name, and the kind of organisation they make."""
HEADED, ACRONYMIC, BARE = 3.0, 0.8, 0.3
WITH_PLACE = 1.2
"""A name that ends in that of a place, as "POM Antwerp"; it has to weigh more than the place by itself."""
PART_OF_NAME = {
    WordKind.PLACE,
    WordKind.ORGANISATION,
    WordKind.NAME,
    WordKind.NOUN,
    WordKind.ADJECTIVE,
    WordKind.NUMBER,
}
SHORTEST, SHORTEST_CHINESE = 4, 3


def find_organisations(text: AnnotatedText, places: Sequence[Named]) -> list[Named]:
    """The names of organisations in a text; a name may hold that of a place."""
    found: list[Named] = []
    for sentence, inside in zip(text.sentences, by_sentence(places, text.sentences), strict=True):
        found += _chinese(sentence, inside) if sentence.language == "zh" else _capitalised(text, sentence, inside)
    return [*found, *_named_again(text.text, found)]


def _named_again(text: str, found: Sequence[Named]) -> Iterator[Named]:
    """Where names that the words around showed to be organisations' stand again without such words."""
    shown = {text[n.start : n.end]: n for n in found if n.weight in {BARE, WITH_PLACE} and n.end - n.start > SHORTEST}
    if shown:
        taken = {n.start for n in found}
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(shown, key=len, reverse=True)))})(?!\w)")
        for match in pattern.finditer(text):
            if match.start() not in taken:
                yield replace(shown[match[0]], start=match.start(), end=match.end())


def _capitalised(text: AnnotatedText, sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    terms = lexicon(sentence.language, "organisations")
    ends = 0
    heads = _heads(sentence.text, terms)
    for kind, start, end in heads:
        if start < ends:
            continue
        first = _left_of(sentence.text, start, terms)
        last = end if kind in NOTHING_AFTER else _right_of(sentence, end, terms, places if first < start else None)
        if (first, last) == (start, end):
            continue
        if terms["governments"].fullmatch(_without_places(sentence, (first, last), (start, end), places)):
            continue
        ends = last
        told = _kind(sentence.text, heads, start, last)
        yield _named(sentence, (first, last), HEADED, NOTHING_AFTER.get(told, told))
    for match in terms["standing_alone"].finditer(sentence.text):
        yield _named(sentence, match.span(), ACRONYMIC)
    if not sentence.text.isupper():
        for match in ACRONYM.finditer(sentence.text):
            if not terms["no_acronyms"].fullmatch(match[0]):
                place_end = _end_of_place_at(sentence, match.end() + 1, places)
                weight = WITH_PLACE if place_end else ACRONYMIC
                yield _named(sentence, (match.start(), place_end or match.end()), weight)
    if sentence.language not in NOUNS_CAPITALISED:
        adjectives = {h.start for h in place_hits(text)[sentence.index] if h.adjective}
        yield from _without_heads(sentence, terms, places, adjectives)


def _without_heads(
    sentence: Sentence, terms: Lexicon, places: Sequence[Named], adjectives: Container[int]
) -> Iterator[Named]:
    """Runs of capitals that name an organisation only by where they stand: after "visited", before "(Hoboken)"."""
    text = sentence.text
    for match in RUN.finditer(text, 1):
        if match.start() in adjectives:
            continue
        if terms["no_part"].fullmatch(match[0].split()[0]) or terms["no_names"].search(match[0]):
            continue
        if all(word.casefold() in words_of(sentence.language) for word in match[0].split()):
            continue
        ending = [p.start for p in places if p.end == sentence.start + match.end()]
        if ending and min(ending) > sentence.start + match.start():
            yield _named(sentence, match.span(), WITH_PLACE)
            continue
        after = re.match(r"\s(?:\(|in )", text[match.end() :])
        beside_place = after and _end_of_place_at(sentence, match.end() + after.end(), places)
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        if beside_place or any(m.end() == len(before) for m in terms["before_a_name"].finditer(before)):
            yield _named(sentence, match.span(), BARE)


def _kind(text: str, heads: Sequence[tuple[str, int, int]], start: int, end: int) -> str:
    """The kind that the last of several head words in a row tells: "Antwerp University Science Park" is a park."""
    small = SMALL_WORD.search(text, start, end)
    row_end = small.start() if small else end
    return [kind for kind, first, _ in heads if start <= first < row_end or first == start][-1]


def _end_of_place_at(sentence: Sentence, start: int, places: Sequence[Named]) -> int | None:
    """Where the place ends that is named at an offset of a sentence."""
    return next((p.end - sentence.start for p in places if p.start == sentence.start + start), None)


def _named(sentence: Sentence, span: tuple[int, int], weight: float, kind: str | None = None) -> Named:
    start, end = span
    return Named(sentence.start + start, sentence.start + end, EntityType.ORGANISATION, kind=kind, weight=weight)


def _heads(text: str, terms: Lexicon) -> list[tuple[str, int, int]]:
    """The head words of a sentence with their kinds, in order; of those that begin alike the longest first.

    A name may stand in its own language in a text of another, so long foreign head words count too.
    """
    found = [(kind.replace("_", " "), *m.span()) for kind, p in terms.possible("kinds", text) for m in p.finditer(text)]
    for language in WITH_CAPITALS - {terms.language}:
        for kind, pattern in lexicon(language, "organisations").possible("kinds", text):
            foreign = (m for m in pattern.finditer(text) if text[m.start()].isupper() and len(m[0]) >= LONG_ENOUGH)
            found += ((kind.replace("_", " "), *m.span()) for m in foreign)
    return sorted(found, key=lambda head: (head[1], -head[2]))


def _left_of(text: str, start: int, terms: Lexicon) -> int:
    """Where the names before a head word begin that belong to it."""
    if not terms.data.get("grows_left"):
        return start
    while (before := NAME_BEFORE.search(text, 0, start)) and not terms["no_part"].fullmatch(before["name"]):
        start = before.start()
    return start


def _right_of(sentence: Sentence, end: int, terms: Lexicon, only: Sequence[Named] | None) -> int:
    """Where the names after a head word end that belong to it; `only` these, if any are given, in German."""
    text = sentence.text
    end = _past_inner(text, end, terms)
    while True:
        if quote := QUOTE_AFTER.match(text, end):
            return quote.end()
        link = terms["links"].match(text, end + 1) if text[end : end + 1].isspace() else None
        name = NAME_AFTER.match(text, link.end() if link else end) or (link and ELIDED.match(text, link.end()))
        if not name or terms["no_part"].fullmatch(name["name"]):
            return end
        if sentence.language in NOUNS_CAPITALISED and not link:
            known = only is None or any(p.start == sentence.start + name.start("name") for p in only)
            if not known or name.start("name") in _nouns(sentence):
                return end
        end = name.end()


def _past_inner(text: str, end: int, terms: Lexicon) -> int:
    """Past the small words between a head word and the name behind it, where there are any and a name does follow."""
    inside = end
    for _ in range(MOST_INNER):
        inner = terms["inner"].match(text, inside + 1) if text[inside : inside + 1].isspace() else None
        if not inner:
            return end
        inside = inner.end()
        link = terms["links"].match(text, inside + 1) if text[inside : inside + 1].isspace() else None
        name = NAME_AFTER.match(text, link.end() if link else inside) or (link and ELIDED.match(text, link.end()))
        if name and not terms["no_part"].fullmatch(name["name"]):
            return inside
    return end


def _nouns(sentence: Sentence) -> set[int]:
    """Where the common nouns of a sentence begin, in a language that writes them with a capital."""
    return {w.start for w in words(sentence.text, sentence.language) if w.kind is WordKind.NOUN}


def _without_places(sentence: Sentence, name: tuple[int, int], head: tuple[int, int], places: Sequence[Named]) -> str:
    """The words of a name that are not a place's; its head word is never one."""
    kept = list(sentence.text[slice(*name)])
    for place in places:
        first, last = place.start - sentence.start, place.end - sentence.start
        if name[0] <= first and last <= name[1] and (last <= head[0] or head[1] <= first):
            kept[first - name[0] : last - name[0]] = " " * (last - first)
    return " ".join("".join(kept).split())


def _chinese(sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    terms = lexicon("zh", "organisations")
    for match in terms["offices"].finditer(sentence.text):
        start = next(
            (p.start - sentence.start for p in places if p.end == sentence.start + match.start()), match.start()
        )
        yield _named(sentence, (start, match.end()), HEADED, "government department")
    tokens = list(_cut_apart(words(sentence.text, "zh"), terms))
    for index, token in enumerate(tokens):
        kind = next((k for k, pattern in terms.table("kinds").items() if pattern.search(token.text)), None)
        if kind is None and token.kind is not WordKind.ORGANISATION:
            continue
        start = _first_of(tokens, index, terms).start
        name = sentence.text[start : token.end]
        if prefix := terms["before_a_name"].match(name) or terms["countries"].match(name):
            shorter = name[prefix.end() :]
            if len(shorter) > SHORTEST_CHINESE and not terms["generic"].fullmatch(shorter):
                start, name = start + prefix.end(), shorter
        if len(name) < SHORTEST_CHINESE or terms["governments"].search(name) or terms["generic"].fullmatch(name):
            continue
        yield _named(sentence, (start, token.end), HEADED if kind else ACRONYMIC, kind and kind.replace("_", " "))


def _cut_apart(tokens: Sequence[Word], terms: Lexicon) -> Iterator[Word]:
    """The words with names cut apart that the tagger ran together: a title behind, or 与 between."""
    for token in tokens:
        cut = terms["titles"].fullmatch(token.text) or terms["joined"].fullmatch(token.text)
        if cut:
            middle = token.start + len(cut[1])
            yield Word(token.start, middle, cut[1], WordKind.ORGANISATION)
            if len(cut.groups()) > 2:
                yield Word(middle, middle + len(cut[2]), cut[2], WordKind.OTHER)
                middle += len(cut[2])
            kind = WordKind.ORGANISATION if len(cut.groups()) > 2 else WordKind.NOUN
            yield Word(middle, token.end, token.text[middle - token.start :], kind)
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
