"""Two documents of one partnership and their readings, made by hand: every kind of claim, and years that disagree."""

from jumelage.formats import SourceDocument, open_bytes
from jumelage.vocabulary.claims import (
    Agreement,
    Claim,
    Commitment,
    Event,
    Honour,
    Passage,
    Post,
    Programme,
    Twinning,
    Visit,
)
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import (
    AgreementKind,
    EntityType,
    EventKind,
    PlaceLevel,
    ProgrammeKind,
    Topic,
    TwinningKind,
)
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading

LETTER = """\
A letter from Harderwijk <b>& friends</b>
1 March 2024

Harderwijk and Lishui have been sister cities since 2004.
Mayor Anna de Wit signed a memorandum on health with Lishui on 12 May 2014.
A delegation from Lishui visited Harderwijk from 3 to 5 October 2023 and saw the Zuiderzee Hospital.
The photo exhibition "Two rivers" opened in Harderwijk on 4 October 2023.
Four nurses a year come to the Zuiderzee Hospital for training.
Harderwijk will send a youth orchestra to Lishui before the end of 2027.
Lishui made Anna de Wit an honorary citizen in 2019.
"""
BULLETIN = """\
丽水市友好城市名录

2005年，丽水市与荷兰哈尔德韦克市结为友好城市。
"""

HARDERWIJK, LISHUI, HOSPITAL, MAYOR = (EntityId(f"e{n}") for n in (1, 2, 3, 4))


def small_register() -> list[tuple[SourceDocument, Reading]]:
    """Each document with its reading, in the order in which they are to be recorded."""
    return [_letter(), _bulletin()]


def _letter() -> tuple[SourceDocument, Reading]:
    document = _document("letter.txt", LETTER)

    def said(quote: str) -> tuple[Passage, ...]:
        return (_passage(document, quote),)

    claims: tuple[Claim, ...] = (
        Twinning(
            parties=(HARDERWIJK, LISHUI),
            kind=TwinningKind.SISTER,
            since=Edtf("2004"),
            evidence=said("Harderwijk and Lishui have been sister cities since 2004."),
            confidence=0.97,
        ),
        Agreement(
            kind=AgreementKind.MEMORANDUM,
            parties=(HARDERWIJK, LISHUI),
            signed=Edtf("2014-05-12"),
            signatories=(MAYOR,),
            fields=(Topic.HEALTH,),
            evidence=said("Mayor Anna de Wit signed a memorandum on health with Lishui on 12 May 2014."),
            confidence=0.9,
        ),
        Visit(
            visitors=(LISHUI,),
            hosts=(HARDERWIJK,),
            start=Edtf("2023-10-03"),
            end=Edtf("2023-10-05"),
            stops=(HOSPITAL,),
            evidence=said("A delegation from Lishui visited Harderwijk from 3 to 5 October 2023"),
            confidence=0.88,
        ),
        Event(
            kind=EventKind.EXHIBITION,
            title="Two rivers",
            place=HARDERWIJK,
            start=Edtf("2023-10-04"),
            evidence=said('The photo exhibition "Two rivers" opened in Harderwijk on 4 October 2023.'),
            confidence=0.8,
        ),
        Post(person=MAYOR, title="Mayor", of=HARDERWIJK, evidence=said("Mayor Anna de Wit"), confidence=0.85),
        Programme(
            kind=ProgrammeKind.TRAINING,
            parties=(HOSPITAL, LISHUI),
            quantity=4,
            unit="nurses",
            per="year",
            evidence=said("Four nurses a year come to the Zuiderzee Hospital for training."),
            confidence=0.6,
        ),
        Commitment(
            by=(HARDERWIJK,),
            action="send a youth orchestra to Lishui",
            due=Edtf("2027-12-31"),
            towards=(LISHUI,),
            evidence=said("Harderwijk will send a youth orchestra to Lishui before the end of 2027."),
            confidence=0.82,
            worked_out={"due": '"before the end of 2027"'},
        ),
        Honour(
            recipient=MAYOR,
            title="honorary citizen",
            by=(LISHUI,),
            date=Edtf("2019"),
            evidence=said("Lishui made Anna de Wit an honorary citizen in 2019."),
            confidence=0.92,
        ),
    )
    reading = Reading(
        document=document.name,
        language="en",
        published=Edtf("2024-03-01"),
        title="A letter from Harderwijk <b>& friends</b>",
        entities={
            HARDERWIJK: _city("Harderwijk", "NL"),
            LISHUI: _city("Lishui", "CN"),
            HOSPITAL: Entity(
                EntityType.ORGANISATION, (NameForm("Zuiderzee Hospital", "en"),), kind="hospital", place=HARDERWIJK
            ),
            MAYOR: Entity(EntityType.PERSON, (NameForm("Anna de Wit", "nl"),)),
        },
        claims=claims,
    )
    return document, reading


def _bulletin() -> tuple[SourceDocument, Reading]:
    document = _document("名录.txt", BULLETIN)
    twinning = Twinning(
        parties=(LISHUI, HARDERWIJK),
        kind=TwinningKind.SISTER,
        since=Edtf("2005"),
        evidence=(_passage(document, "2005年，丽水市与荷兰哈尔德韦克市结为友好城市。"),),
        confidence=0.95,
    )
    entities = {LISHUI: _city("丽水", "CN", "zh"), HARDERWIJK: _city("哈尔德韦克", "NL", "zh")}
    return document, Reading(document=document.name, language="zh", entities=entities, claims=(twinning,))


def _city(name: str, country: str, language: str = "en") -> Entity:
    """A city that the gazetteer knows, so that its names in both documents are certainly one place."""
    key = {"NL": "city-NL-harderwijk", "CN": "city-CN-lishui"}[country]
    return Entity(EntityType.PLACE, (NameForm(name, language),), level=PlaceLevel.CITY, country=country, gazetteer=key)


def _document(name: str, text: str) -> SourceDocument:
    (document,) = open_bytes(name, text.encode())
    assert isinstance(document, SourceDocument)
    return document


def _passage(document: SourceDocument, quote: str) -> Passage:
    start = document.text.index(quote)
    return Passage(start, start + len(quote))
