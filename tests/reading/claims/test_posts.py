"""Who holds which office where, in the ways the five languages say it."""

import pytest

from jumelage.reading.claims.posts import find_posts
from jumelage.reading.names import find_names
from jumelage.reading.reader import annotate
from jumelage.vocabulary.claims import Post

Said = tuple[str, str, str | None, bool]

TAILS = (
    " It was the first time that they had been there with their guests.",
    " Het was de eerste keer dat zij daar met hun gasten waren.",
    " C'était la première fois qu'ils étaient là avec leurs invités.",
    " Es war das erste Mal, dass sie mit ihren Gästen dort waren.",
    "这是他们第一次来访。",
)
"""A sentence without names in each language, by which a short text is told to be in it."""
EN, NL, FR, DE, ZH = TAILS


def posts(text: str) -> set[Said]:
    """The posts a text asserts: person, title, whom the office serves, whether it was so once."""
    annotated = annotate(text, None)
    annotated.entities, annotated.mentions = find_names(annotated)

    def name(key: str | None) -> str | None:
        return annotated.entities[key].name if key else None  # type: ignore[index]

    return {(name(p.person) or "", p.title, name(p.of), p.former) for p in find_posts(annotated)}


def post_of(text: str) -> Post:
    annotated = annotate(text, None)
    annotated.entities, annotated.mentions = find_names(annotated)
    (post,) = find_posts(annotated)
    return post


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mayor Ewan McTavish of Toronto met them." + EN, ("Ewan McTavish", "Mayor", "Toronto", False)),
        ("Toronto Mayor Ewan McTavish met them." + EN, ("Ewan McTavish", "Mayor", "Toronto", False)),
        ("Toronto's mayor, Ewan McTavish, met them." + EN, ("Ewan McTavish", "mayor", "Toronto", False)),
        ("The mayor of Toronto, Ewan McTavish, met them." + EN, ("Ewan McTavish", "mayor", "Toronto", False)),
        ("They met Ewan McTavish, the former mayor of Toronto." + EN, ("Ewan McTavish", "mayor", "Toronto", True)),
        ("Ewan McTavish, who was mayor of Toronto, met them." + EN, ("Ewan McTavish", "mayor", "Toronto", True)),
        ("Lord Mayor of Melbourne Grace Hall met them." + EN, ("Grace Hall", "Lord Mayor", "Melbourne", False)),
        (
            "Trade and Tourism Minister Grace Hall met them." + EN,
            ("Grace Hall", "Trade and Tourism Minister", None, False),
        ),
        ("De burgemeester van Gent, Piet Maes, sprak." + NL, ("Piet Maes", "burgemeester", "Gent", False)),
        ("Burgemeester Piet Maes van Gent sprak hen toe." + NL, ("Piet Maes", "Burgemeester", "Gent", False)),
        ("Oud-burgemeester Piet Maes van Gent sprak hen toe." + NL, ("Piet Maes", "Burgemeester", "Gent", True)),
        ("Le maire de Lyon, M. Paul Girard, les a reçus." + FR, ("Paul Girard", "maire", "Lyon", False)),
        ("M. Paul Girard, ancien maire de Lyon, était là." + FR, ("Paul Girard", "maire", "Lyon", True)),
        ("Der Oberbürgermeister von Kiel, Dr. Jens Hahn, kam." + DE, ("Jens Hahn", "Oberbürgermeister", "Kiel", False)),
        (
            "Sie trafen den damaligen Bürgermeister von Kiel, Jens Hahn." + DE,
            ("Jens Hahn", "Bürgermeister", "Kiel", True),
        ),
        ("天津市市长周伟民会见了客人。" + ZH, ("周伟民", "市长", "天津市", False)),
        ("天津市原副市长周伟民出席会议。" + ZH, ("周伟民", "副市长", "天津市", True)),
    ],
)
def test_one_post(text: str, said: Said) -> None:
    assert posts(text) == {said}


def test_two_offices_of_one_person() -> None:
    text = "Paul Girard, maire de Lyon et président de l'Université de Lyon, les a reçus." + FR
    assert {title for _, title, _, _ in posts(text)} == {"maire", "président"}
    assert {title for _, title, _, _ in posts("市委副书记、市长周伟民会见了客人。" + ZH)} == {"市委副书记", "市长"}


def test_one_office_of_several_persons() -> None:
    assert {
        (person, title) for person, title, _, _ in posts("De schepenen Els Maes en Rob Peeters spraken met hen." + NL)
    } == {
        ("Els Maes", "schepen"),
        ("Rob Peeters", "schepen"),
    }


def test_an_office_and_its_counterpart() -> None:
    said = posts("Der Oberbürgermeister von Kiel, Jens Hahn, und sein Amtskollege aus Lyon, Paul Girard, kamen." + DE)
    assert said == {
        ("Jens Hahn", "Oberbürgermeister", "Kiel", False),
        ("Paul Girard", "Oberbürgermeister", "Lyon", False),
    }


def test_what_an_office_deals_with_belongs_to_its_title() -> None:
    text = "Mme Julie Girard, ministre des Relations internationales et de la Francophonie, a signé l'accord." + FR
    assert {title for _, title, _, _ in posts(text)} == {"ministre des Relations internationales et de la Francophonie"}
    text = "Els Maes, gedeputeerde voor Externe Relaties van de provincie, ondertekende de overeenkomst." + NL
    assert {title for _, title, _, _ in posts(text)} == {"gedeputeerde voor Externe Relaties"}


def test_titles_are_uninflected() -> None:
    text = "Sie begrüßten den stellvertretenden Landrat Jens Hahn in der Stadt." + DE
    assert {title for _, title, _, _ in posts(text)} == {"stellvertretender Landrat"}


def test_years_that_have_passed_make_a_post_former() -> None:
    said = posts("Présidents : Paul Girard (1971-1985), Yves Tanguy (depuis 1985)." + FR)
    assert {(person, former) for person, _, _, former in said} == {("Paul Girard", True), ("Yves Tanguy", False)}


def test_those_who_sign_hold_the_office_on_the_next_line() -> None:
    text = f"The county ends its agreement with Murmansk this year.{EN}\n\nGrace Hall\n\nCounty Mayor\n"
    assert {(person, title) for person, title, _, _ in posts(text)} == {("Grace Hall", "County Mayor")}


def test_whom_an_office_serves_is_worked_out_from_level_and_name() -> None:
    text = (
        "Saskatchewan and Jilin are sister provinces. Governor Qiao Lianhe welcomed Premier Grace Hall. "
        "Saskatchewan has been a partner of Jilin for forty years."
    )
    assert {(person, of) for person, _, of, _ in posts(text)} == {
        ("Qiao Lianhe", "Jilin"),
        ("Grace Hall", "Saskatchewan"),
    }


def test_each_post_once_by_its_fullest_title() -> None:
    text = "Landeshauptmann Jens Hahn reiste nach Wien. LH Hahn traf dort Vertreter der Stadt."
    assert {title for _, title, _, _ in posts(text)} == {"Landeshauptmann"}


@pytest.mark.parametrize(
    "text",
    [
        "Professor Grace Hall praised the agreement.",
        "The delegation was led by its head of delegation, Grace Hall.",
        "Interpreter Grace Hall and photographer Paul Girard were there too.",
        "Dolmetscherin Eva Huber half bei den Gesprächen.",
        "团长周伟民在会上致辞。",
    ],
)
def test_no_post(text: str) -> None:
    assert posts(text) == set()


def test_evidence_is_the_sentence_that_says_it() -> None:
    text = "The weather was fine. Toronto Mayor Ewan McTavish met the guests. They went home."
    (passage,) = post_of(text).evidence
    assert text[passage.start : passage.end] == "Toronto Mayor Ewan McTavish met the guests."
