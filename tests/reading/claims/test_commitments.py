"""What somebody has undertaken, told apart from hopes, in five languages."""

import pytest

from jumelage.reading.claims.commitments import find_commitments
from tests.reading.claims.marked import claims, marked, table


@pytest.mark.parametrize(("language", "expected", "sentence"), table("commitments"))
def test_author_and_term(language: str, expected: str, sentence: str) -> None:
    by, due = expected.split(" by ")
    [commitment] = claims(find_commitments, marked(language, sentence))
    assert by in commitment["by"]
    assert str(commitment.get("due")) == due


def test_action_is_quoted_from_the_document() -> None:
    sentence = "[Leuven/BE] has promised to plant forty trees in the park."
    [commitment] = claims(find_commitments, marked("en", sentence))
    assert commitment["action"] == "plant forty trees in the park"


NONE = [
    ("en", "[Leuven/BE] hopes to plant forty trees."),
    ("en", "[Leuven/BE] and [Chengdu/CN] will continue to deepen their friendship."),
    ("en", "[Leuven/BE] will not plant forty trees."),
    ("nl", "[Leuven/BE] hoopt in 2025 veertig bomen te planten."),
    ("de", "[Bonn/DE] möchte vierzig Bäume pflanzen."),
    ("fr", "[Nantes/FR] souhaite planter quarante arbres."),
    ("zh", "[成都市/CN]希望与[波恩市/DE]加强合作。"),
]


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_hopes_and_vague_words_bind_nobody(language: str, sentence: str) -> None:
    assert claims(find_commitments, marked(language, sentence)) == []
