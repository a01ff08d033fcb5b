"""Finds names of persons in Chinese text.

The tagger finds most; an office before a name shows where the name begins, what it is written with where it ends: a
Chinese surname and one or two characters, a Japanese surname and one to three, or the characters that write foreign
names, with or without the dot between them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice

from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.persons.given import han_surnames, japanese_surnames
from jumelage.reading.names.titles import find_titles
from jumelage.reading.names.words import Word, WordKind, words
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

TITLED, TAGGED = 4.0, 2.5
"""Weights: right after an office; found by the tagger."""

DOT = "·•・‧∙⋅"
LATIN_IN_BRACKETS = re.compile(r"\s?[(（]\s?(?P<name>[^\W\d_a-z㐀-鿿][\w.'’-]*(?:\s+[\w.'’-]+){0,4})\s?[)）]")
LONGEST = 16
FUNCTION_CHARACTERS = frozenset(lexicon("zh", "persons").data["function_characters"])


def find_in_han(sentence: Sentence) -> Iterator[Named]:
    """The names of persons a Chinese sentence names, by offsets in the text; a reading in brackets is a name too."""
    text = sentence.text
    tagged = [w for w in words(text, "zh") if w.kind is WordKind.PERSON]
    titles = find_titles(text, "zh")
    spans = [(title.end, end, TITLED) for title in titles if (end := _name_from(text, title.end, tagged))]
    taken = {position for start, end, _ in spans for position in range(start, end)}
    for word in tagged:
        start, end = _whole(text, word)
        if _is_name(text[start:end]) and not taken.intersection(range(start, end)):
            spans.append((start, end, TAGGED))
    for start, end, weight in spans:
        yield _person(sentence, start, end, weight)
        if bracketed := LATIN_IN_BRACKETS.match(text, end):
            yield _person(sentence, *bracketed.span("name"), TITLED)


def _person(sentence: Sentence, start: int, end: int, weight: float) -> Named:
    return Named(sentence.start + start, sentence.start + end, EntityType.PERSON, weight=weight)


def _name_from(text: str, start: int, tagged: list[Word]) -> int | None:
    """Where the name that begins right after an office ends, if one begins there."""
    if dotted := _patterns()["dotted"].match(text, start):
        return _foreign_end(text, start, dotted.end())
    surname = _patterns()["japanese"].match(text, start) or _patterns()["chinese"].match(text, start)
    last = bisect_right(tagged, start, key=lambda w: w.start) - 1
    word = tagged[last] if last >= 0 and start < tagged[last].end else None
    only_a_surname = surname is not None and word is not None and surname.end() == word.end > start + 1
    if word and word.end - start >= 2 and not only_a_surname:
        return _whole(text, Word(start, word.end, text[start : word.end], word.kind))[1]
    if not surname:
        foreign = _patterns()["foreign"].match(text, start)
        return foreign.end() if foreign and foreign.end() - start >= 2 else None
    if unspaced := _patterns()["to_the_stop"].match(text, surname.end()):
        return unspaced.end()
    given = 0
    for next_word in _words_from(text, surname.end()):
        if next_word.start != surname.end() + given or not _patterns()["han"].fullmatch(next_word.text):
            break
        if given + len(next_word.text) > 2 or (given and next_word.kind is not WordKind.PERSON):
            break
        if next_word.kind in (WordKind.PLACE, WordKind.ORGANISATION, WordKind.TIME):
            break
        given += len(next_word.text)
    return surname.end() + given if given else None


def _whole(text: str, word: Word) -> tuple[int, int]:
    """The span of a name the tagger may have cut at a dot."""
    start, end = word.start, word.end
    if dotted := _patterns()["dotted_before"].search(text, max(0, start - LONGEST), start):
        start = dotted.start()
    if _lacks_a_character(text, start, end):
        return start, end + 1
    dotted_on = any(c in DOT for c in text[start : end + 1])
    if dotted_on and (more := _patterns()["dotted"].match(text, start)):
        end = max(end, _foreign_end(text, start, more.end()))
    return start, end


def _lacks_a_character(text: str, start: int, end: int) -> bool:
    """Whether the tagger took the last character of a name for a word of its own: 李明 | 全 | 主持."""
    name = text[start:end]
    japanese = max((len(s) for s in japanese_surnames() if name.startswith(s)), default=0)
    surname = japanese if japanese > 1 else len(name) - 1 if name[:-1] in han_surnames() else len(name)
    if len(name) - surname != 1 or text[end : end + 1] in FUNCTION_CHARACTERS:
        return False
    following = next(_words_from(text, end), None)
    return bool(following and following.end == end + 1 and _patterns()["han"].fullmatch(following.text))


def _foreign_end(text: str, start: int, end: int) -> int:
    """Cuts a dotted name where the words that follow begin: the tagger knows 塞拉 | 向."""
    last_dot = max(text.rfind(dot, start, end) for dot in DOT)
    for word in _words_from(text, last_dot + 2):
        if word.start >= end:
            break
        if word.kind is not WordKind.PERSON and not _patterns()["foreign"].fullmatch(
            text[word.start : min(end, word.end)]
        ):
            return word.start
    return end


def _words_from(text: str, position: int) -> Iterator[Word]:
    """The words of a sentence that begin at a position or after it."""
    all_words = words(text, "zh")
    return islice(all_words, bisect_left(all_words, position, key=lambda w: w.start), None)


def _is_name(name: str) -> bool:
    other = lexicon("zh", "persons")["no_names"].search(name) or find_titles(name, "zh")
    return len(name) >= 2 and not other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    foreign = lexicon("zh", "persons").data["foreign_characters"]
    chinese = "|".join(sorted(han_surnames(), key=len, reverse=True))
    japanese = "|".join(sorted(japanese_surnames(), key=len, reverse=True))
    dots = f"[{DOT}]"
    return {
        "han": re.compile(r"[㐀-鿿]+"),
        "dotted": re.compile(rf"[㐀-鿿]{{1,8}}(?:{dots}[㐀-鿿]+|{dots}?[A-Z]\.{dots}?[㐀-鿿]+)(?:{dots}[㐀-鿿]+)*"),
        "dotted_before": re.compile(rf"(?:[{foreign}]{{1,8}}{dots})+$"),
        "to_the_stop": re.compile(r"[㐀-鿿]{1,2}(?![㐀-鿿])"),
        "foreign": re.compile(rf"[{foreign}]{{2,8}}"),
        "chinese": re.compile(chinese),
        "japanese": re.compile(japanese),
    }
