"""Finds numbers with what they count: "60,000 masks", "twelve pupils", "une vingtaine d'étudiants", 6万只口罩.

Number words are those of each language's `dates.toml`; multiples ("dozen", "Mio.", 万), collective numbers ("une
vingtaine") and what is no quantity of anything exchanged (years, per cent) stand in its `phrases.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from jumelage.reading.claims.signs import Seen
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon

DIGITS = r"\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d])"
HAN_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
HAN_NUMERAL = f"[{''.join(HAN_DIGITS)}{''.join(HAN_UNITS)}]+"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the words for what is counted; `start` and `end` are signs of the sentence."""

    start: int
    end: int
    number: int | float
    unit: str


def quantities(seen: Seen) -> list[Quantity]:
    """The quantities of a sentence in their order, but for those of time, money's share and the like."""
    pattern, words = _pattern(seen.sentence.language)
    after = _after_unit(seen.sentence.language)
    uncounted = lexicon(seen.sentence.language, "phrases")["uncounted"]
    found = []
    for match in pattern.finditer(seen.text):
        number = _value(match["number"], words)
        if number is None or not match["unit"] or uncounted.match(match["unit"]):
            continue
        multiple = words.get((match["multiple"] or "").casefold(), 1)
        unit = after.split(match["unit"].strip(), maxsplit=1)[0]
        found.append(Quantity(match.start(), match.start("unit") + len(unit), number * multiple, unit))
    return found


@cache
def _after_unit(language: str) -> re.Pattern[str]:
    """Words that no longer belong to what is counted: "twelve pupils | who spend a week"."""
    return re.compile(rf"\s+(?:{lexicon(language, 'phrases').any_of('after_unit')})(?!\w)", re.IGNORECASE)


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern for quantities, and the values of the language's number words and multiples."""
    words: dict[str, int] = {}
    numbers = lexicon(language, "dates").data.get("numbers", {})
    for value, forms in enumerate(numbers.get("cardinal", ())):
        words |= dict.fromkeys(forms.casefold().split("|"), value)
    own = lexicon(language, "phrases").data
    words |= own.get("numbers", {})
    multiples: dict[str, int] = own.get("multiples", {})
    words |= multiples
    spelled = "|".join(sorted(map(re.escape, words.keys() - multiples.keys() - {""}), key=len, reverse=True)) or "(?!)"
    multiple = "|".join(sorted(map(re.escape, multiples), key=len, reverse=True)) or "(?!)"
    if language in WITHOUT_WORD_BOUNDARIES:
        number = rf"{DIGITS}|{HAN_NUMERAL}"
        text = rf"(?<![\d第]) ?(?P<number>{number})(?P<multiple>{multiple})?[多余]?(?P<unit>[^\W\d_]{{1,8}})"
    else:
        unit = r"(?:[^\W\d_][\w'’-]*)(?:\s[^\W\d_][\w'’-]*){0,3}"
        of = "|".join(lexicon(language, "phrases").words("of")) or "(?!)"
        text = (
            rf"(?<![\w.,/-])(?P<number>{DIGITS}|{spelled})(?:\s(?P<multiple>{multiple})\b)?"
            rf"(?:\s+(?:{of})\s*|\s+)(?P<unit>{unit})"
        )
    return re.compile(text, re.IGNORECASE), words


def _value(written: str, words: dict[str, int]) -> int | float | None:
    if written[0].isdigit():
        whole = re.sub(r"[.,'’\s\u00a0\u202f](?=\d{3}(?!\d))", "", written)
        return float(whole.replace(",", ".")) if re.search(r"[.,]", whole) else int(whole)
    if written[0] in HAN_DIGITS or written[0] in HAN_UNITS:
        return _han_value(written)
    return words.get(written.casefold())


def _han_value(numeral: str) -> int:
    """The value of a number in Chinese characters: 二十 is 20, 三万五千 is 35000."""
    total = section = digit = 0
    for character in numeral:
        if character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
        elif (unit := HAN_UNITS[character]) >= 10_000:
            total, section, digit = (total + section + digit) * unit, 0, 0
        else:
            section, digit = section + (digit or 1) * unit, 0
    return total + section + digit
