"""Words like "our city" or 我市 stand for a place named elsewhere."""

import pytest

from tests.reading.names.named import referred_to


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Stad Gent\nDe delegatie uit Wuhan bezocht onze stad, zei de burgemeester van Gent.", "onze stad", "Gent"),
        ("景德镇市外事办公室\n日本濑户市市长率团来我市访问。", "我市", "景德镇市"),
        (
            "Saumur\nLa délégation de Verden a visité notre ville. Saumur est jumelée avec Verden.",
            "notre ville",
            "Saumur",
        ),
    ],
)
def test_our_city_is_the_one_whose_document_it_is(text: str, words: str, name: str) -> None:
    found = referred_to(text, words)
    assert found is not None
    assert name.removesuffix("市") in found
