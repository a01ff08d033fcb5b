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
