import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.desk.excerpts import excerpt


@given(st.text(min_size=1), st.text(), st.text())
def test_an_excerpt_is_a_stretch_of_the_text_with_the_words(words: str, before: str, after: str) -> None:
    text = before + words + after
    found = excerpt(text, words)
    assert found
    assert found.before + found.hit + found.after in text
    assert excerpt("", words) is None


@pytest.mark.parametrize(
    ("words", "hit"),
    [("CORDOBA", "Córdoba"), ("Córdoba Lyon", "Córdoba"), ("深圳來", "深圳来")],
)
def test_a_hit_is_shown_as_it_is_written(words: str, hit: str) -> None:
    found = excerpt("Een brief. Gasten uit Córdoba en 深圳来的代表.", words)
    assert found
    assert found.hit == hit
