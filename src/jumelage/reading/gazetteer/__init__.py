"""Which places of the world a name may mean, and where such names stand in a text.

`gazetteer()` opens the packed data file once; its makings and licences are told in `docs/gazetteer.md`.
"""

from jumelage.reading.gazetteer.keys import name_key
from jumelage.reading.gazetteer.place import Place
from jumelage.reading.gazetteer.running_text import PlaceHit
from jumelage.reading.gazetteer.world import Gazetteer, gazetteer

__all__ = ["Gazetteer", "Place", "PlaceHit", "gazetteer", "name_key"]
