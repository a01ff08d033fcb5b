"""Nothing on the pages is left in English for those who chose another language."""

import re
from collections.abc import Sequence

import pytest
from babel.messages import Catalog
from django.test import Client

from jumelage.desk import catalogues
from tests.desk.conftest import Page, address_of

LANGUAGES = ["nl", "fr", "de", "zh-hans"]
PLACEHOLDER = re.compile(r"%\(\w+\)s")
Key = tuple[str | None, str | tuple[str, ...]]


def entries(catalog: Catalog) -> dict[Key, Sequence[str]]:
    """The messages by context and source, each with all its forms."""
    return {
        (m.context, m.id): (m.string,) if isinstance(m.string, str) else tuple(m.string or ()) for m in catalog if m.id
    }


def test_all_languages_of_the_interface_have_a_catalogue() -> None:
    assert catalogues.languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    said, translated = entries(catalogues.messages()), entries(catalogues.catalogue(language))
    assert len(said) > 200
    assert said.keys() - translated.keys() == set()
    assert translated.keys() - said.keys() == set()
    assert [key for key, forms in translated.items() if not all(forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    for (_context, source), forms in entries(catalogues.catalogue(language)).items():
        wanted = set(PLACEHOLDER.findall(source if isinstance(source, str) else source[-1]))
        for form in forms:
            assert set(PLACEHOLDER.findall(form)) == wanted, source


@pytest.mark.usefixtures("partnership")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            ["Stedenbanden", "zusterband", "voorgesteld", "12 mei 2014", "Nederland"],
        ),
        ("fr", ["Jumelages", "proposé", "12 mai 2014", "Pays-Bas"]),
        ("de", ["Städtepartnerschaften", "vorgeschlagen", "12. Mai 2014", "Niederlande"]),
        ("zh-hans", ["友好城市关系", "待核实", "2014年5月12日", "荷兰"]),
    ],
)
def test_pages_speak_the_language_that_was_chosen(language: str, words: list[str], page: Page, client: Client) -> None:
    catalogues.compile_catalogues()
    client.post("/language/", {"language": language, "next": "/"})
    text = "".join(page(address) for address in ("/", "/agreements/", "/places/", address_of("twinning")))
    assert f'<html lang="{language}">' in text
    assert [word for word in words if word not in text] == []
