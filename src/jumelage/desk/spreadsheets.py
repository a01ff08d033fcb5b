"""Tables as files that spreadsheets open."""

import csv
from collections.abc import Iterable, Sequence

from django.http import StreamingHttpResponse


def as_csv(lines: Iterable[Sequence[str]], name: str) -> StreamingHttpResponse:
    """A table to save under the name, sent line by line."""
    writer = csv.writer(_Echo())
    response = StreamingHttpResponse(
        ("\ufeff" if n == 0 else "") + writer.writerow([_harmless(text) for text in line])
        for n, line in enumerate(lines)
    )
    response["Content-Type"] = "text/csv; charset=utf-8"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _harmless(text: str) -> str:
    """So that no spreadsheet takes what a document says for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


class _Echo:
    """A file that hands back what is written to it, for the writer of a stream."""

    def write(self, line: str) -> str:
        return line
