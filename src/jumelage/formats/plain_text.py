"""Plain text: the characters as they are, with line ends as `\\n`."""

import re

from jumelage.formats.document import Refused, SourceDocument
from jumelage.formats.encodings import Decoded, decode
from jumelage.formats.origins import TracedText

LINE_END_OR_NUL = re.compile("\r\n?|\0")
CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f\ufffd]")
MAX_CONTROLS = 0.1


def open_text(name: str, content: bytes) -> SourceDocument:
    decoded = decode(content)
    traced = plain(decoded)
    if not traced.text.strip():
        raise Refused("holds no text")
    return SourceDocument(name, content, "text/plain", traced.text, traced.origins(decoded), encoding=decoded.encoding)


def plain(decoded: Decoded) -> TracedText:
    """The text of decoded characters. Refused where they are not text at all."""
    characters, traced, copied = decoded.text, TracedText(), 0
    if len(CONTROLS.findall(characters)) > MAX_CONTROLS * len(characters):
        raise Refused("is no text: too many of its bytes are no characters")
    for match in LINE_END_OR_NUL.finditer(characters):
        traced.add(characters[copied : match.start()], copied, match.start())
        traced.add("\ufffd" if match[0] == "\0" else "\n", *match.span())
        copied = match.end()
    traced.add(characters[copied:], copied, len(characters))
    return traced
