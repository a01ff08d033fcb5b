"""A paper with what decides how long it binds, as it was signed."""

from dataclasses import dataclass
from datetime import date

from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An agreement, or a paper that changes others. What is not known is None; nothing is filled in.

    It binds from `effective`, or else from its signing, for a `term`, `until` a day (included), or `unlimited`; after
    that for `tacit` more each time, unless notice was given so long before the end of the term that runs. A source that
    told of it as signed was published on `told`: it was signed by then. `renews`, `amends`, `suspends` and `ends` are
    the keys of other papers.
    """

    key: int
    signed: Edtf | None = None
    effective: Edtf | None = None
    planned: bool = False
    term: Period | None = None
    until: Edtf | None = None
    unlimited: bool = False
    tacit: Period | None = None
    notice: Period | None = None
    told: date | None = None
    renews: tuple[int, ...] = ()
    amends: tuple[int, ...] = ()
    suspends: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def changes(self) -> tuple[int, ...]:
        """The papers that it is about."""
        return (*self.renews, *self.amends, *self.suspends, *self.ends)

    @property
    def signing(self) -> date | None:
        """The first day on which it may have been signed; where that is not known, the day by which it was."""
        if self.signed:
            return self.signed.earliest or self.signed.latest
        if self.planned:
            return None
        return self.told or (self.effective.earliest if self.effective else None)

    @property
    def begin(self) -> date | None:
        """The first day on which it may bind."""
        return (self.effective.earliest or self.effective.latest) if self.effective else self.signing

    @property
    def surely_begun(self) -> date | None:
        """The first day on which it binds for sure."""
        said = self.effective or self.signed
        return (said.latest or said.earliest) if said else self.begin

    def last_day(self, start: date) -> date | None:
        """The last day of a term of this paper that begins on `start`; None where that is open or not known."""
        if self.until and self.until.latest:
            return max(start, self.until.latest)
        return last_day(start, self.term) if self.term and not self.unlimited else None


def last_day(start: date, term: Period, times: int = 1) -> date:
    """The last day of the term; the calendar's last day where it would go past it."""
    try:
        return date.fromordinal(term.first_day_after(start, times).toordinal() - 1)
    except OverflowError:
        return date.max
