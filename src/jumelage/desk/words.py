"""What the pages call the things of the register. The words of the field in other languages stand in the catalogues."""

from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = MappingProxyType[str, Promise]

KIND: Words = MappingProxyType(
    {
        "twinning": _("Twinning"),
        "agreement": _("Agreement"),
        "visit": _("Visit"),
        "event": _("Event"),
        "programme": _("Programme"),
        "commitment": _("Commitment"),
        "honour": _("Honour"),
        "cost": _("Cost"),
        "figure": _("Figure"),
        "post": _("Post"),
        "place": _("Place"),
        "organisation": _("Organisation"),
        "person": _("Person"),
        "document": _("Document"),
    }
)
KINDS: Words = MappingProxyType(
    {
        "twinning": _("Twinnings"),
        "agreement": _("Agreements"),
        "visit": _("Visits"),
        "event": _("Events"),
        "programme": _("Programmes"),
        "commitment": _("Commitments"),
        "honour": _("Honours"),
        "cost": _("Costs"),
        "figure": _("Figures"),
        "post": _("Posts"),
        "place": _("Places"),
        "organisation": _("Organisations"),
        "person": _("People"),
        "document": _("Documents"),
    }
)
FIELD: Words = MappingProxyType(
    {
        "about": _("About"),
        "action": _("What was promised"),
        "amends": _("Amends"),
        "amount": _("Amount"),
        "answered": _("Answered on"),
        "authentic": _("Authentic languages"),
        "basis": _("Basis"),
        "by": _("By"),
        "claimant": _("Claimed by"),
        "country": _("Country"),
        "currency": _("Currency"),
        "date": _("Date"),
        "dormant": _("Dormant by decision since"),
        "due": _("Due"),
        "effective": _("In force from"),
        "end": _("Until"),
        "ends": _("Ends"),
        "fields": _("Topics"),
        "firmness": _("How firm"),
        "former": _("Former"),
        "gazetteer": _("Gazetteer"),
        "wikidata": _("Wikidata"),
        "head": _("Led by"),
        "hosts": _("Hosts"),
        "kind": _("Kind"),
        "languages": _("Languages"),
        "led_to": _("Led to"),
        "level": _("Level"),
        "names": _("Names"),
        "notice": _("Notice"),
        "of": _("Post at"),
        "online": _("Online"),
        "organisers": _("Organisers"),
        "participants": _("Participants"),
        "parties": _("Parties"),
        "payer": _("Paid by"),
        "per": _("Per"),
        "person": _("Person"),
        "place": _("Place"),
        "planned": _("Planned"),
        "published": _("Published"),
        "quantity": _("Quantity"),
        "recipient": _("Recipient"),
        "record": _("The record as a whole"),
        "renewal": _("Renewal"),
        "renews": _("Renews"),
        "signatories": _("Signed by"),
        "signed": _("Signed on"),
        "signed_at": _("Signed at"),
        "since": _("Since"),
        "start": _("From"),
        "state": _("What became of it"),
        "stops": _("Stops"),
        "suspends": _("Suspends"),
        "tacit": _("Renewed tacitly for"),
        "term": _("Term"),
        "title": _("Title"),
        "told_council": _("Council told on"),
        "told_ministry": _("Ministry told on"),
        "told_public": _("Public told on"),
        "towards": _("Towards"),
        "unit": _("Unit"),
        "unlimited": _("Without a term"),
        "until": _("Until"),
        "visitors": _("Visitors"),
        "witnesses": _("Witnesses"),
        "within": _("Falls under the twinning of"),
    }
)
STANDING: Words = MappingProxyType(
    {
        "proposed": _("proposed"),
        "confirmed": _("confirmed"),
        "rejected": _("rejected"),
        "withdrawn": _("withdrawn"),
    }
)
VERB: Words = MappingProxyType(
    {
        "enter": pgettext_lazy("what an officer did", "entered"),
        "confirm": pgettext_lazy("what an officer did", "confirmed"),
        "reject": pgettext_lazy("what an officer did", "rejected"),
        "correct": pgettext_lazy("what an officer did", "corrected"),
        "choose": pgettext_lazy("what an officer did", "chose between sources"),
        "merge": pgettext_lazy("what an officer did", "said it is the same"),
        "separate": pgettext_lazy("what an officer did", "said it is not the same"),
        "review": pgettext_lazy("what an officer did", "looked at a document"),
        "import": pgettext_lazy("what an officer did", "imported a list"),
        "publish": pgettext_lazy("what an officer did", "published"),
        "unpublish": pgettext_lazy("what an officer did", "took off the public site"),
        "undo": pgettext_lazy("what an officer did", "took something back"),
    }
)
"""What officers do, as the change log tells it."""
SAID: Words = MappingProxyType({"true": _("yes"), "false": _("no")})
CHOICE: MappingProxyType[str, Words] = MappingProxyType(
    {
        "level": MappingProxyType(
            {
                "country": pgettext_lazy("level of a place", "country"),
                "region": _("region"),
                "province": _("province"),
                "city": _("city"),
                "district": _("district"),
            }
        ),
        "twinning": MappingProxyType(
            {
                "sister": _("sister relationship"),
                "friendship": pgettext_lazy("kind of twinning", "friendship"),
                "partnership": _("partnership"),
            }
        ),
        "agreement": MappingProxyType(
            {
                "twinning": _("sister-relationship agreement"),
                "friendship": _("friendship agreement"),
                "memorandum": _("memorandum of understanding"),
                "letter of intent": _("letter of intent"),
                "strategic partnership": _("strategic partnership"),
                "cooperation": _("cooperation agreement"),
                "other": _("other agreement"),
            }
        ),
        "event": MappingProxyType(
            {
                "forum": _("forum"),
                "seminar": _("seminar"),
                "roadshow": _("roadshow"),
                "anniversary": _("anniversary"),
                "signing ceremony": _("signing ceremony"),
                "exhibition": _("exhibition"),
                "fair": _("fair"),
                "festival": _("festival"),
                "performance": _("performance"),
                "meeting": _("meeting"),
                "other": _("other event"),
            }
        ),
        "programme": MappingProxyType(
            {
                "scholarship": _("scholarship"),
                "student exchange": _("student exchange"),
                "staff exchange": _("staff exchange"),
                "internship": _("internship"),
                "joint research": _("joint research"),
                "training": _("training"),
                "donation": _("donation"),
                "aid": _("aid"),
                "representative office": _("representative office"),
                "joint venture": _("joint venture"),
                "investment": _("investment"),
                "trade": _("trade"),
                "transport link": _("transport link"),
                "cultural exchange": _("cultural exchange"),
                "sport": _("sport"),
                "other": _("other programme"),
            }
        ),
        "firmness": MappingProxyType(
            {
                "signed": pgettext_lazy("how firm a promise is", "signed"),
                "agreed": pgettext_lazy("how firm a promise is", "agreed"),
                "announced": pgettext_lazy("how firm a promise is", "announced"),
                "hoped": pgettext_lazy("how firm a promise is", "hoped"),
            }
        ),
        "state": MappingProxyType(
            {
                "kept": pgettext_lazy("what became of a promise", "kept"),
                "partly kept": pgettext_lazy("what became of a promise", "partly kept"),
                "not kept": pgettext_lazy("what became of a promise", "not kept"),
                "withdrawn": pgettext_lazy("what became of a promise", "withdrawn"),
            }
        ),
        "fields": MappingProxyType(
            {
                "trade and investment": _("trade and investment"),
                "agriculture": _("agriculture"),
                "education": _("education"),
                "health": _("health"),
                "environment": _("environment"),
                "energy": _("energy"),
                "science and technology": _("science and technology"),
                "life sciences": _("life sciences"),
                "manufacturing": _("manufacturing"),
                "digital": _("digital"),
                "logistics and transport": _("logistics and transport"),
                "culture": _("culture"),
                "heritage": _("heritage"),
                "tourism": _("tourism"),
                "sport": _("sport"),
                "youth": _("youth"),
                "urban planning": _("urban planning"),
                "water": _("water"),
                "social care": _("social care"),
                "public administration": _("public administration"),
                "security": _("security"),
            }
        ),
    }
)
"""The closed lists, by field, or by kind of record where the field is `kind`."""


NO_CHOICE: Words = MappingProxyType({})


def choices_of(kind: str, field: str) -> Words:
    """What the pages call the choices of a field; nothing where it has no closed list."""
    return CHOICE.get(kind if field == "kind" else field, NO_CHOICE)
