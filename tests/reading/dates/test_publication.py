"""The date a document bears, and the dates it only speaks of."""

import pytest

from jumelage.reading.dates import document_date


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Home > News\n\nTwo towns, one lake\n\nReleased on 23 October 2019\n\nThey met on 21 October 2019.",
            "2019-10-23",
        ),
        ("en", "Lakeview, 15 July 2016\n\nThe mayors met on 13 July 2016 and parted on 14 July 2016.", "2016-07-15"),
        ("en", "Two towns\nBy Ann Oak | Mar 21,2023\nThey met on March 3, 2023.", "2023-03-21"),
        ("en", "Newsletter No. 1 / March 2018\n\nThe mayors met on 3 February 2018.", "2018-03"),
        ("en", "Our partners\n\nTwinned since 3 May 1996.\n\nLast updated: 2024/11/5", "2024-11-05"),
        ("nl", "Brugge, 23 oktober 2025\n\nOp 6 mei 2000 tekenden zij.", "2025-10-23"),
        ("nl", "Nieuws\nAn Eik  16-07-21, 06:00\n\nOp 15 juli 2020 hield het op.", "2021-07-16"),
        ("fr", "Caen, le 14 novembre 2024. – La ville et son port\n\nLe 3 mai 1996, tout a commencé.", "2024-11-14"),
        ("fr", "Jumelage\n\nLe lien date du 12 octobre 1989.\n\nDernière mise à jour : 3 mai 2024", "2024-05-03"),
        ("de", "Amtsblatt\nNr. 19 – 29. September 2018 – Seite 4\n\nAm 25. Juni 1988 begann es.", "2018-09-29"),
        ("de", "Unsere Partner\n\nSeit 3. Mai 1996.\n\nStand: 11/2023 | Impressum", "2023-11"),
        ("zh", "市领导会见客人\n日期:2024-10-18  来源:市外办\n\n2000年8月3日两市结好。", "2024-10-18"),
        ("zh", "兩市締盟\n發布日期:112-10-27  點閱數:846\n\n2015年5月1日起往來。", "2023-10-27"),
        ("zh", "冰雪节开幕\n\n某社某市1月6日电 今年是两市结好30周年。\n\n1995年11月,两市签署协议书。", "2025-01-06"),
        ("fr", "Bulletin de la commune n° 8 — automne 2015\n\nLe 3 mai 1996, tout a commencé.", "2015-23"),
        (
            "de",
            "Meldung\n\nBern, 6. Mai 2019 – Mit einer Feier am 3. Mai 1996 begann, was bis heute hält.",
            "2019-05-06",
        ),
        ("de", "Bericht\n\nSeit 3. Mai 1996 besteht der Bund.\n\nBern, im Februar 2023\ngez. A. Ast", "2023-02"),
        ("fr", "Liens\nUri, dissous le 1.1.2012\n\nDernière modification : 14 mars 2024\nMenu", "2024-03-14"),
        ("zh", "友城一览表\n(截至2021年12月15日)\n\n1996年9月3日结好。", "2021-12-15"),
        ("zh", "友城简况\n\n截至2010年12月,本市共有友城四个,1996年9月3日结好的一个往来最多。", None),
        ("en", "A history\n\nThe mayors met in 1985 and again in 1996, which is long ago by the measure of men.", None),
        ("fr", "LETTRE DU PORT - mars 2023\n\nLe 3 mai 1996, tout a commencé.", "2023-03"),
        ("en", "Our partners\n\nTown\n\nSince\n3 May 1996\n5 June 1997\n8 July 1998", None),
        ("sv", "Stockholm, 5 maj 1996", None),
        ("en", "", None),
    ],
)
def test_date_of_a_document(language: str, text: str, expected: str | None) -> None:
    found = document_date(text, language)
    assert (str(found) if found else None) == expected
