"""Partners that stand with a date in brackets, after a word for the bond or each at the head of a paragraph."""

from jumelage.reading import read
from jumelage.vocabulary.claims import Twinning


def since(text: str) -> dict[str, str]:
    """The years of the document's twinnings by the names of the partners of Magdeburg."""
    reading = read(text, document="dated.txt")
    found = {}
    for claim in reading.claims:
        if isinstance(claim, Twinning):
            names = {reading.entities[party].name for party in claim.parties}
            (partner,) = names - {"Magdeburg"}
            found[partner] = str(claim.since)
    return found


def test_partners_in_a_run_of_prose_have_each_their_own_year() -> None:
    text = (
        "Magdeburg pflegt Städtepartnerschaften. Partner sind Harbin (China, 2008), Nashville (2003) und Radom (2008)."
    )
    assert since(text) == {"Harbin": "2008", "Nashville": "2003", "Radom": "2008"}


def test_paragraphs_that_begin_with_a_partner_and_its_year() -> None:
    text = (
        "Magdeburg: Bericht zu den Städtepartnerschaften\n\n"
        "Harbin (China, 2008). Die Verwaltungen tauschten sich über Fernwärme aus.\n\n"
        "Nashville (USA, 2003). Ein Chor sang im Dom.\n\n"
        "Radom (Polen, 2008). Eine Abordnung besah das Wasserwerk.\n"
    )
    assert since(text) == {"Harbin": "2008", "Nashville": "2003", "Radom": "2008"}


def test_a_place_with_a_year_is_no_partner_where_no_bond_is_spoken_of() -> None:
    assert since("Magdeburg zeigt Bilder aus Harbin (2008), Nashville (2003) und Radom (2008).") == {}
