"""Pictures of the register as files, for papers and for saving."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from django.http import QueryDict

from jumelage.desk.maps import map_of
from jumelage.desk.networks import network_drawn
from jumelage.desk.numbers import FIGURES, figure_picture
from jumelage.desk.timelines import timeline_drawn
from jumelage.pictures import Description, Form, converted, drawn


def _figure(name: str, asked: QueryDict, _language: str) -> Description:
    return figure_picture(name, asked, on_paper=True)


DESCRIBED: Mapping[str, Callable[[QueryDict, str], Description]] = MappingProxyType(
    {
        "map": map_of,
        "network": network_drawn,
        **{name: partial(_figure, name) for name in FIGURES},
    }
)
"""For each picture what describes it, from the query of an address and a language."""
PICTURES = (*DESCRIBED, "timeline")


def picture(name: str, asked: QueryDict, language: str, form: Form = Form.SVG) -> bytes:
    """The picture that a page of that name shows for the query `asked`, as a file.

    picture("map", QueryDict("country=CN"), "nl")                       the ties that the filters leave
    picture("network", QueryDict("twinning=12"), "en", Form.PNG)        who works with whom inside a twinning
    picture("timeline", QueryDict("record=12"), "zh-hans", Form.PDF)    a twinning, place, organisation or person
    picture("years", QueryDict("standing=confirmed"), "de")             a figure of `jumelage.desk.numbers`

    KeyError where there is no such picture, BadRequest or Http404 where the query asks for what can't be.
    """
    if name == "timeline":
        return converted(timeline_drawn(asked, language), form)
    return drawn(DESCRIBED[name](asked, language), form)
