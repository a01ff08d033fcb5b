"""Tells quickly whether a text can speak of twinnings at all; most texts of an archive do not."""


def speaks_of_twinning(text: str) -> bool:
    return bool(text.strip())
