from email.message import EmailMessage
from email.policy import SMTP

import pytest

from formats.samples import opened, refused, word, zipped
from jumelage.formats import ByteRange, SourceDocument, Unreadable, open_bytes
from jumelage.formats.limits import MAX_NESTING, MAX_TITLE_CHARACTERS
from jumelage.vocabulary.edtf import Edtf


def letter(text: str = "Dear partners,\n\nwelcome.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Délégation de 陕西"
    mail["Date"] = "Mon, 08 Jun 2015 23:30:00 +0200"
    mail["From"] = "desk@province.example"
    mail.set_content(text)
    return mail


def names_and_texts(mail: EmailMessage) -> list[tuple[str, str]]:
    opened = open_bytes("letter.eml", mail.as_bytes(policy=SMTP))
    return [(one.name, one.text if isinstance(one, SourceDocument) else one.reason) for one in opened]


def test_the_body_is_read_with_subject_and_the_senders_day() -> None:
    mail = opened("letter.eml", letter().as_bytes())
    assert mail.text == "Dear partners,\n\nwelcome.\n"
    assert (mail.title, mail.published) == ("Délégation de 陕西", Edtf("2015-06-08"))
    assert mail.media_type == "message/rfc822"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_character_is_traced_into_its_part(transfer: str, charset: str) -> None:
    mail = letter()
    mail.set_content("Shaanxi 陕西", charset=charset, cte=transfer)
    document = opened("letter.eml", mail.as_bytes())
    start = document.text.index("陕")
    assert document.origin(start) == ByteRange(start, start + len("陕".encode(charset)), part="1")
    assert str(document.origin(0)) == "part 1, byte 0"


def test_plain_text_is_preferred_to_a_page_that_says_the_same() -> None:
    mail = letter()
    mail.add_alternative("<p>Dear <b>partners</b></p>", subtype="html")
    assert names_and_texts(mail) == [("letter.eml", "Dear partners,\n\nwelcome.\n")]


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    mail = letter(" \n")
    mail.add_alternative("<p>Dear&nbsp;<b>partners</b></p><ul><li>Mol<li>Turnhout</ul>", subtype="html")
    (document,) = open_bytes("letter.eml", mail.as_bytes())
    assert isinstance(document, SourceDocument)
    assert document.text == "Dear\u00a0partners\n\nMol\nTurnhout"
    assert document.origin(0) == ByteRange(3, 4, part="2")


def test_attachments_are_documents_of_their_own() -> None:
    mail = letter()
    mail.add_attachment(word(None, "Minutes"), maintype="application", subtype="octet-stream", filename="minutes.docx")
    mail.add_attachment(zipped({"annex/list.txt": b"Chengdu"}), maintype="application", subtype="zip", filename="a.zip")
    mail.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="scan.jpg")
    assert names_and_texts(mail)[:3] == [
        ("letter.eml", "Dear partners,\r\n\r\nwelcome.\r\n".replace("\r", "")),
        ("letter.eml/minutes.docx", "Minutes"),
        ("letter.eml/a.zip/annex/list.txt", "Chengdu"),
    ]
    (name, reason) = names_and_texts(mail)[3]
    assert name == "letter.eml/scan.jpg"
    assert reason.startswith("is of a kind that is not read here")


def test_the_logo_of_a_signature_is_passed_over() -> None:
    mail = letter()
    mail.add_related(b"\x89PNG", maintype="image", subtype="png", cid="logo", disposition="inline", filename="logo.png")
    assert [name for name, _ in names_and_texts(mail)] == ["letter.eml"]


def test_a_forwarded_mail_is_a_document_of_its_own() -> None:
    mail = letter("See below.\n")
    inner = letter("The agreement was signed.\n")
    mail.add_attachment(inner)
    _, inner_document = open_bytes("letter.eml", mail.as_bytes())
    assert isinstance(inner_document, SourceDocument)
    assert inner_document.name == "letter.eml/part 2.eml"
    assert inner_document.text == "The agreement was signed.\n"
    assert inner_document.content == inner.as_bytes()


def test_a_mail_with_attachments_only_gives_these() -> None:
    mail = letter("")
    mail.add_attachment("Chengdu", filename="list")
    assert names_and_texts(mail) == [("letter.eml/list.txt", "Chengdu\n")]


def test_a_header_that_was_not_encoded_is_read() -> None:
    content = b"Subject: " + "友好城市".encode("gb18030") + b"\n\nhello"
    assert opened("letter.eml", content).title == "友好城市"


def test_a_title_is_one_line_that_can_be_stored() -> None:
    title = opened("letter.eml", b"Subject: Visit\0\n to\tMol " + b"x" * 10_000 + b"\n\nhello").title
    assert title is not None
    assert title.startswith("Visit to Mol x")
    assert len(title) == MAX_TITLE_CHARACTERS


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Jun 2015 10:00:00"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert opened("letter.eml", f"Subject: x\nDate: {date}\n\nhello".encode()).published is None


def test_a_path_in_a_file_name_stays_a_name() -> None:
    mail = letter()
    mail.add_attachment("x", filename="../../etc/list.txt")
    assert names_and_texts(mail)[1][0] == "letter.eml/.._.._etc_list.txt"


@pytest.mark.parametrize("content", [b"\n\nno header", b"\xff\xfe\x00\x01"])
def test_what_is_no_mail_is_refused(content: bytes) -> None:
    assert refused("letter.eml", content) == "is no e-mail: it has no header"


def test_a_mail_without_text_is_refused() -> None:
    assert refused("letter.eml", b"Subject: nothing\n\n \n") == "holds no text"


def test_mails_nested_too_deep_are_refused() -> None:
    mail = letter("innermost\n")
    for _ in range(MAX_NESTING + 2):
        outer = letter("outer\n")
        outer.add_attachment(mail)
        mail = outer
    *read, last = open_bytes("letter.eml", mail.as_bytes())
    assert len(read) == MAX_NESTING + 1
    assert isinstance(last, Unreadable)
    assert last.reason.startswith("is nested more than")


def test_parts_nested_without_end_are_refused() -> None:
    parts = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3000))
    content = b"Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n" + parts
    assert refused("letter.eml", content).startswith("is broken")
