"""Names of places that are common words, first names or surnames as well, and so need a cue beside them."""

import tomllib
from functools import cache
from importlib.resources import files

from jumelage.reading.gazetteer.keys import name_key


@cache
def doubtful_names(language: str) -> frozenset[str]:
    """The keys of the doubtful names in `language`, from `data/places/doubtful.toml`."""
    data = tomllib.loads(files("jumelage.reading").joinpath("data/places/doubtful.toml").read_text(encoding="utf-8"))
    names = [*data["persons"], *data["words"].get(language, ())]
    return frozenset(map(name_key, names))
