"""A place of the gazetteer."""

from dataclasses import dataclass

from jumelage.vocabulary.kinds import PlaceLevel


@dataclass(frozen=True, slots=True)
class Place:
    """`key` (`geonames:2803138`, `iso:BE-VAN`, `gb2260:330523`) stays the same in every edition of the data.

    `name` is the one its source uses, `country` ISO 3166-1 alpha-2, `parent` the key of the place it lies in.
    Degrees are those of WGS 84, to two decimals; `population` is 0 where it is not known.
    """

    key: str
    name: str
    level: PlaceLevel
    country: str
    parent: str | None
    latitude: float | None
    longitude: float | None
    population: int
