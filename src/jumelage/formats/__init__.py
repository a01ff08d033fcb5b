"""Bytes to text with offsets: plain text, web pages, PDF, Word, e-mail, and folders and zip files of these."""

from jumelage.formats.document import SourceDocument, Unreadable
from jumelage.formats.opening import count_documents, open_bytes, open_documents
from jumelage.formats.origins import ByteRange, Origin, PageCharacter, ParagraphCharacter

__all__ = [
    "ByteRange",
    "Origin",
    "PageCharacter",
    "ParagraphCharacter",
    "SourceDocument",
    "Unreadable",
    "count_documents",
    "open_bytes",
    "open_documents",
]
