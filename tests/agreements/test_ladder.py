from jumelage.agreements.ladder import Rung, Signed, ladder
from jumelage.vocabulary.edtf import Edtf


def signed(record: int, kind: str, when: str, *, renews: bool = False) -> Signed:
    return Signed(record, kind, Edtf(when), renews=renews, ends=False)


def test_a_letter_of_intent_before_the_relationship_leads_to_it_and_one_after_it_deepens_it() -> None:
    """As between Antwerp and Chongqing: intent in 2010, relationship in 2011, intent to go deeper in 2021."""
    papers = [
        signed(5, "letter of intent", "2021-12-22"),
        signed(3, "letter of intent", "2010-11"),
        signed(4, "twinning", "2011-10"),
    ]
    steps = ladder(1, Edtf("2011-10"), None, (2, Edtf("2009-05")), papers)
    assert [(step.rung, step.record) for step in steps] == [
        (Rung.CONTACT, 2),
        (Rung.INTENT, 3),
        (Rung.SISTER, 4),
        (Rung.DEEPENING, 5),
    ]


def test_a_contact_after_the_relationship_is_no_rung() -> None:
    assert [step.rung for step in ladder(1, Edtf("2004"), None, (2, Edtf("2023-10-03")), [])] == [Rung.SISTER]


def test_without_a_paper_the_twinning_itself_is_the_rung() -> None:
    steps = ladder(1, Edtf("1985"), Edtf("2022"), None, [signed(2, "cooperation", "2015-06-08", renews=True)])
    assert [(step.rung, step.record) for step in steps] == [(Rung.SISTER, 1), (Rung.RENEWAL, 2), (Rung.END, 1)]
