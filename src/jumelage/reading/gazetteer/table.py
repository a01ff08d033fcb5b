"""A large table that is read a line at a time."""

from bisect import bisect_left, bisect_right

_PAGE = 1_024
"""Bytes between two sampled keys: a page is searched faster than a list of all keys would be built."""


class SortedTable:
    """Lines `key<TAB>value`, sorted by the bytes of the key, kept as they were packed.

    A key is found by bisecting a sample of the keys and searching one page, so opening a table of 10 MB
    costs milliseconds and no more memory than its bytes.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = b"\n" + lines.rstrip(b"\n") + b"\n"
        starts = [0]
        while (start := self._lines.find(b"\n", starts[-1] + _PAGE)) not in (-1, len(self._lines) - 1):
            starts.append(start)
        self._first_keys = [self._lines[start + 1 : self._lines.find(b"\t", start)] for start in starts]
        self._starts = [*starts, len(self._lines)]

    def get(self, key: str) -> str | None:
        """The value beside `key`."""
        wanted = key.encode()
        page = bisect_right(self._first_keys, wanted) - 1
        if page < 0:
            return None
        sought = b"\n" + wanted + b"\t"
        found = self._lines.find(sought, self._starts[page], self._starts[page + 1] + 1)
        if found < 0:
            return None
        begin = found + len(sought)
        return self._lines[begin : self._lines.find(b"\n", begin)].decode()

    def keys_within(self, first: str, last: str) -> list[str]:
        """The keys from `first` up to, but not including, `last`."""
        low, high = first.encode(), last.encode()
        begin = self._starts[max(bisect_left(self._first_keys, low) - 1, 0)]
        end = self._starts[bisect_left(self._first_keys, high)]
        keys = (line.partition(b"\t")[0] for line in self._lines[begin + 1 : end].split(b"\n"))
        return [key.decode() for key in keys if low <= key < high]
