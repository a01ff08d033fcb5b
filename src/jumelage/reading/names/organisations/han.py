"""Finds the names of organisations in Chinese: a name ends in its head word and begins where nouns end before it.

The tagger cuts the sentence into words; a head word may be one of them, the end of one, or several in a row.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jumelage.reading.lexicon import Lexicon, lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.organisations.capitals import named
from jumelage.reading.names.words import Word, WordKind, words
from jumelage.reading.text.sentences import Sentence

HEADED, UNHEADED = 3.0, 0.8
PART_OF_NAME = {
    WordKind.PLACE,
    WordKind.ORGANISATION,
    WordKind.NAME,
    WordKind.NOUN,
    WordKind.ADJECTIVE,
    WordKind.NUMBER,
}
SHORTEST = 3
SHORTEST_WITHOUT_COUNTRY = 4
OPENING_QUOTES, CLOSING_QUOTES = "「『“‘《", "」』”’》"
LONGEST_HEAD = 14
CERTAIN_HEAD = 3
"""A head word of so many characters is one, whatever the tagger takes its last word for."""


def find_in_han(sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    """The names of organisations in a Chinese sentence."""
    terms = lexicon("zh", "organisations")
    known = [(p.start - sentence.start, p.end - sentence.start) for p in places]
    for match in terms["offices"].finditer(sentence.text):
        yield named(sentence, (_with_place(match.start(), known), match.end()), HEADED, "government department")
    tokens = list(_cut_apart(words(sentence.text, "zh"), terms))
    for index, token in enumerate(tokens):
        head = _head(sentence.text, token)
        if head is None and token.kind is not WordKind.ORGANISATION:
            continue
        begins = head[1] if head else token.start
        first = next(i for i in range(index, -1, -1) if tokens[i].start <= begins)
        outset = _first_of(tokens, first, terms)
        if _is_inside(tokens[outset : index + 1], terms):
            continue
        start = _with_place(tokens[outset].start, known)
        name = sentence.text[start : token.end]
        if prefix := terms["before_a_name"].match(name) or terms["countries"].match(name):
            shorter = name[prefix.end() :]
            if len(shorter) >= SHORTEST_WITHOUT_COUNTRY and not terms["generic"].fullmatch(shorter):
                start, name = start + prefix.end(), shorter
        if len(name) >= SHORTEST and not _is_no_name(name, start, known, terms):
            yield named(sentence, (start, token.end), HEADED if head else UNHEADED, head and head[0])


def _head(text: str, token: Word) -> tuple[str, int] | None:
    """The kind that the head word ending with a word tells, and where it begins; the longest of several."""
    window = max(0, token.end - LONGEST_HEAD)
    if token.text[-1] not in _last_of_heads():
        return None
    matches = [
        (m.start(), kind.replace("_", " "))
        for kind, pattern in lexicon("zh", "organisations").table("kinds").items()
        if (m := pattern.search(text, window, token.end))
    ]
    if not matches:
        return None
    start, kind = min(matches, key=lambda found: found[0])
    if start < token.start and token.end - start < CERTAIN_HEAD and token.kind not in PART_OF_NAME:
        return None
    return kind, start


@cache
def _last_of_heads() -> frozenset[str]:
    """The characters that head words end in."""
    kinds: dict[str, list[str]] = lexicon("zh", "organisations").data["kinds"]
    patterns = "|".join(pattern for of_a_kind in kinds.values() for pattern in of_a_kind)
    return frozenset(re.findall(r"(\w)(?=[$|)])", patterns))


def _with_place(start: int, places: Sequence[tuple[int, int]]) -> int:
    """Where the name begins together with a place that ends in it or right before it."""
    return min((s for s, e in places if s < start <= e), default=start)


def _is_no_name(name: str, start: int, places: Sequence[tuple[int, int]], terms: Lexicon) -> bool:
    """Whether a head word with what is before it is a government, any of its kind, or all of them in a place."""
    if terms["governments"].search(name) or terms["generic"].fullmatch(name):
        return True
    place_end = max((e - start for s, e in places if s == start), default=0)
    return terms["collective"].fullmatch(name[place_end:]) is not None


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


def _is_inside(name: Sequence[Word], terms: Lexicon) -> bool:
    """Whether a name is that of an office inside an institution: "云南农业大学国际合作处", "国际合作处"."""
    if not terms["internal"].search(name[-1].text):
        return False
    within = any(terms["institutions"].search(word.text) for word in name[:-1])
    return within or terms["internal_by_itself"].fullmatch("".join(word.text for word in name)) is not None


def _first_of(tokens: Sequence[Word], last: int, terms: Lexicon) -> int:
    """The number of the first word of the name of which word number `last` is part."""
    first = last
    while first and (longer := _one_more(tokens, first, terms)):
        first -= longer
    if first == last and first and tokens[first - 1].kind is WordKind.PERSON:
        return first - (tokens[first - 1].end == tokens[first].start)
    return first


def _one_more(tokens: Sequence[Word], first: int, terms: Lexicon) -> int:
    """How many words before word number `first` go on with its name: a bracketed place, two matters joined, one."""
    word, before = tokens[first], tokens[first - 1]
    if before.end != word.start:
        return 0
    if first >= 3 and before.text == ")" and tokens[first - 3].text == "(":
        return 3 * (tokens[first - 2].kind is WordKind.PLACE)
    if first >= 3 and before.text in CLOSING_QUOTES and tokens[first - 3].text in OPENING_QUOTES:
        return 3
    if first >= 2 and terms["and"].fullmatch(before.text):
        both = terms["topics"].fullmatch(tokens[first - 2].text) and terms["topics"].match(word.text)
        return 2 if both else 0
    if terms["short_countries"].fullmatch(before.text) and terms["short_countries"].match(word.text):
        return 1
    if terms["inner"].fullmatch(before.text):
        return 1
    return int(before.kind in PART_OF_NAME and not terms["no_part"].search(before.text))
