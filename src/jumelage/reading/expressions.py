"""Takes apart the regular expressions that the words of a language are written in.

An expression is a sequence of parts: letters as they stand (`str`), one character of several (`OneOf`), one of several
sequences (`Choice`), something repeated (`Repeated`). What takes up no room (`\\b`, `(?=…)`) is left out. Read is what
the files of the languages use; anything else is an error.
"""

import re
from dataclasses import dataclass

ANY = None
"""The characters of `OneOf` where it may be any, or any of very many."""
MOST_IN_RANGE = 64
ESCAPED = {"s": frozenset(" "), "n": frozenset("\n"), "t": frozenset("\t"), "w": ANY, "W": ANY, "d": ANY, "S": ANY}
"""What a letter behind a backslash stands for; of white space, the blank stands for all."""
WITHOUT_ROOM = frozenset("bBAZ")
ASIDE = ("(?=", "(?!", "(?<=", "(?<!")
TOKEN = re.compile(
    r"""(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[a-z-]*:)|(?!\?))) | (?P<close>\)) | (?P<bar>\|)
    | (?P<repeat>(?P<few>\?|\{(?:[01]?,)?[01]\})\??|[*+]\??|\{\d*,?\d*\}\??)
    | \[(?P<members>\^?\]?(?:\\.|[^\]\\])*)\]
    | (?P<edge>[\^$]) | (?P<any>\.) | \\(?P<escaped>.)
    | (?P<letters>[^\\.^$*+?{}\[\]|()]+(?![*+?{])|[^\\.^$*+?\[\]|()])""",
    re.VERBOSE | re.DOTALL,
)
MEMBER = re.compile(r"\\(?P<escaped>.)|(?P<first>.)(?:-(?P<last>[^\\]))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OneOf:
    characters: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Choice:
    ways: tuple[tuple["Part", ...], ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A part that may be missing (`least` is 0) or stand there several times (`often`)."""

    part: "Part"
    least: int
    often: bool


Part = str | OneOf | Choice | Repeated
NOTHING = Choice(((),))


def parts(expression: str) -> tuple[Part, ...]:
    """The parts of an expression in their order; ValueError where it holds what is not read here."""
    choice, end = _choice(expression, 0)
    if end < len(expression):
        raise ValueError(f"a bracket is closed that was never opened, at {end} of {expression!r}")
    return choice.ways[0] if len(choice.ways) == 1 else (choice,)


def _choice(expression: str, at: int) -> tuple[Choice, int]:
    """The alternatives from `at` up to the bracket that closes them, and where that stands."""
    ways: list[list[Part]] = [[]]
    while at < len(expression) and expression[at] != ")":
        token = TOKEN.match(expression, at)
        if token is None:
            raise ValueError(f"nothing that can be read stands at {at} of {expression!r}")
        at = token.end()
        match token.lastgroup:
            case "bar":
                ways.append([])
            case "open":
                inner, end = _choice(expression, at)
                at = end + 1
                ways[-1].append(NOTHING if token["open"] in ASIDE else inner)
            case "repeat":
                least = 1 if token["repeat"][0] == "+" or token["repeat"][1:2].strip("0?,}") else 0
                ways[-1].append(Repeated(ways[-1].pop(), least, often=token["few"] is None))
            case _:
                ways[-1].append(_part(token))
    return Choice(tuple(map(tuple, ways))), at


def _part(token: re.Match[str]) -> Part:
    if letters := token["letters"]:
        return letters
    if token["members"] is not None:
        return OneOf(_members(token["members"]))
    escaped = token["escaped"]
    if token["edge"] or escaped in WITHOUT_ROOM:
        return NOTHING
    return OneOf(_meant(escaped)) if escaped else OneOf(ANY)


def _meant(escaped: str) -> frozenset[str] | None:
    """The characters an escaped character stands for: itself, unless it is a letter."""
    if escaped.isalnum() and escaped not in ESCAPED:
        raise ValueError(f"\\{escaped} is not read here")
    return ESCAPED.get(escaped, frozenset(escaped))


def _members(written: str) -> frozenset[str] | None:
    """The characters of a class; any where it says what they are not."""
    if written.startswith("^"):
        return ANY
    found: set[str] = set()
    for member in MEMBER.finditer(written):
        if member["escaped"]:
            several = _meant(member["escaped"])
        else:
            first, last = ord(member["first"]), ord(member["last"] or member["first"])
            several = frozenset(map(chr, range(first, last + 1))) if last - first < MOST_IN_RANGE else ANY
        if several is ANY:
            return ANY
        found |= several
    return frozenset(found)
