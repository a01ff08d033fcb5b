"""Tells whether two names of one text are the same person."""

from jumelage.vocabulary.names import folded


def same_person(a: str, b: str, language: str) -> bool:
    """Whether two names are one person's."""
    shorter, longer = sorted((a, b), key=len)
    return folded(a) == folded(b) or (language != "zh" and longer.split()[-1:] == shorter.split())
