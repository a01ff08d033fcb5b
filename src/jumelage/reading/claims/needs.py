"""What a phrase cannot do without, so that most phrases need not be looked for in most sentences."""

import re

TOKEN = re.compile(
    r"(?P<need><\w+>|\{[a-z]+\*?\})|(?P<open>\((?:\?(?:P<\w+>|<?[:=!]|-?\w+:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|\[\^?\]?[^\]]*\]|\\.|."
)
OPTIONAL = re.compile(r"[?*]|\{0?,")
ASIDE = ("(?=", "(?!", "(?<=", "(?<!")

Needs = list[frozenset[str]]
"""Each of these must be met, by any one of its `<word>`s and `{slot}`s."""


def needs(phrase: str) -> Needs:
    """What must stand in a sentence for a phrase to stand in it.

    >>> needs("<people> from (?:the )?{visitor}") == [frozenset({"<people>"}), frozenset({"{visitor}"})]
    True
    """
    found, _ = _alternatives(phrase, 0)
    return found


def _alternatives(phrase: str, at: int) -> tuple[Needs, int]:
    """The needs of the alternatives from `at` up to the bracket that closes them, and where that stands."""
    every: list[Needs] = [[]]
    while at < len(phrase):
        token = TOKEN.match(phrase, at)
        assert token is not None  # noqa: S101  the last alternative takes any character
        at = token.end()
        if token["close"]:
            break
        if token["bar"]:
            every.append([])
        elif token["open"]:
            inner, at = _alternatives(phrase, at)
            if token["open"] not in ASIDE and not OPTIONAL.match(phrase, at):
                every[-1] += inner
        elif token["need"] and not OPTIONAL.match(phrase, at):
            every[-1].append(frozenset({token["need"].replace("*", "")}))
    if len(every) == 1:
        return every[0], at
    return ([frozenset().union(*(one[0] for one in every))] if all(every) else []), at
