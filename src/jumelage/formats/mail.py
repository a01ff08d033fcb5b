"""E-mail: the body as a document, every attachment as a document of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import MIMEPart

from jumelage.formats.document import Opened, Refused, SourceDocument, title_from
from jumelage.formats.encodings import decode
from jumelage.formats.plain_text import plain
from jumelage.formats.web_page import page_lines, traced_lines
from jumelage.vocabulary.edtf import Edtf

MEDIA_TYPE = "message/rfc822"
SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml"}
POLICY = policy.default.clone(refold_source="none")  # a mail inside a mail keeps its bytes


def open_mail(name: str, content: bytes, open_member: Callable[[str, bytes], Iterator[Opened]]) -> Iterator[Opened]:
    """The mail's own text, then what its attachments hold, opened by `open_member`."""
    mail = message_from_bytes(content, policy=POLICY)
    if not mail.keys():
        raise Refused("is no e-mail: it has no header")
    parts = list(leaves(mail))
    body = next((part for part in parts if is_text(part.message) and not part.message.is_attachment()), None)
    attachments = [part for part in parts if part is not body and is_attached(part.message)]
    if body and (document := open_body(name, content, mail, body)):
        yield document
    elif not attachments:
        raise Refused("holds no text")
    for part in attachments:
        yield from open_member(f"{name}/{file_name(part)}", part_content(part.message))


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds no others, with its number as IMAP counts (RFC 3501, 6.4.5): 1, 2, 2.1 …"""

    message: MIMEPart
    number: str


def leaves(message: MIMEPart, number: tuple[int, ...] = ()) -> Iterator[Part]:
    """The parts in their order; of those that say the same in several ways only the one that is read."""
    if not message.is_multipart() or message.get_content_maintype() == "message":
        yield Part(message, ".".join(map(str, number or (1,))))
        return
    parts = list(enumerate(message.iter_parts(), start=1))
    if message.get_content_type() == "multipart/alternative" and parts:
        parts = [min(parts, key=lambda part: preference(part[1]))]
    for position, part in parts:
        yield from leaves(part, (*number, position))


def preference(part: MIMEPart) -> int:
    """Rank among the ways of saying the same: plain text unless it is blank, a page, anything else."""
    kind = part.get_content_type()
    if kind == "text/plain" and part_content(part).strip():
        return 0
    return 1 if kind == "text/html" or part.is_multipart() else 2


def open_body(name: str, content: bytes, mail: MIMEPart, part: Part) -> SourceDocument | None:
    """None where the body is blank, as of mails that only carry attachments."""
    decoded = decode(part_content(part.message), part.message.get_content_charset(), part.number)
    if part.message.get_content_type() == "text/html":
        traced = traced_lines(page_lines(decoded.text))
    else:
        traced = plain(decoded)
    text = traced.text
    if not text.strip():
        return None
    return SourceDocument(
        name,
        content,
        MEDIA_TYPE,
        text,
        traced.origins(decoded),
        title=title_from(header(mail, "subject")),
        published=date_of(mail),
        encoding=decoded.encoding,
    )


def is_text(message: MIMEPart) -> bool:
    return message.get_content_type() in ("text/plain", "text/html")


def is_attached(message: MIMEPart) -> bool:
    """Not the logo of a signature, though a scan that was sent is and deserves its line; no blank filling either."""
    if message.is_attachment():
        return True
    is_file = message.get_filename() is not None or bool(part_content(message).strip())
    return is_file and message.get_content_maintype() != "image"


def part_content(message: MIMEPart) -> bytes:
    if message.get_content_type() == "message/rfc822" and message.is_multipart():
        inner = message.get_payload(0)
        return inner.as_bytes(policy=POLICY) if isinstance(inner, MIMEPart) else b""
    content = message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def file_name(part: Part) -> str:
    """What the sender called it; the suffix of its type is added where it has none that says so."""
    name = title_from((part.message.get_filename() or "").replace("/", "_")) or f"part {part.number}"
    suffix = SUFFIXES.get(part.message.get_content_type(), "")
    return name if name.lower().endswith(suffix) else name + suffix


def header(mail: MIMEPart, name: str) -> str:
    """A header's text. Bytes that should have been encoded and are not are decoded by their looks."""
    raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name), "")
    return str(mail[name]) if raw.isascii() else decode(raw.encode("utf-8", "surrogateescape")).text


def date_of(mail: MIMEPart) -> Edtf | None:
    """The day on the sender's calendar."""
    sent = getattr(mail.get("date"), "datetime", None)
    return Edtf(sent.date().isoformat()) if sent else None
