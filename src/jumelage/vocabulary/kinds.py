"""The closed lists of the field: what an entity, a place, a claim, an agreement … may be.

The values are the words of the interchange format; their meaning and the settled cases are told in `docs/words.md`.
"""

from enum import StrEnum


class EntityType(StrEnum):
    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"


class PlaceLevel(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class TwinningKind(StrEnum):
    SISTER = "sister"
    FRIENDSHIP = "friendship"
    PARTNERSHIP = "partnership"


class AgreementKind(StrEnum):
    TWINNING = "twinning"
    FRIENDSHIP = "friendship"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter of intent"
    STRATEGIC_PARTNERSHIP = "strategic partnership"
    COOPERATION = "cooperation"
    OTHER = "other"


class EventKind(StrEnum):
    FORUM = "forum"
    SEMINAR = "seminar"
    ROADSHOW = "roadshow"
    ANNIVERSARY = "anniversary"
    SIGNING_CEREMONY = "signing ceremony"
    EXHIBITION = "exhibition"
    FAIR = "fair"
    FESTIVAL = "festival"
    PERFORMANCE = "performance"
    MEETING = "meeting"
    OTHER = "other"


class ProgrammeKind(StrEnum):
    SCHOLARSHIP = "scholarship"
    STUDENT_EXCHANGE = "student exchange"
    STAFF_EXCHANGE = "staff exchange"
    INTERNSHIP = "internship"
    JOINT_RESEARCH = "joint research"
    TRAINING = "training"
    DONATION = "donation"
    AID = "aid"
    REPRESENTATIVE_OFFICE = "representative office"
    JOINT_VENTURE = "joint venture"
    INVESTMENT = "investment"
    TRADE = "trade"
    TRANSPORT_LINK = "transport link"
    CULTURAL_EXCHANGE = "cultural exchange"
    SPORT = "sport"
    OTHER = "other"


class Topic(StrEnum):
    TRADE_AND_INVESTMENT = "trade and investment"
    AGRICULTURE = "agriculture"
    EDUCATION = "education"
    HEALTH = "health"
    ENVIRONMENT = "environment"
    ENERGY = "energy"
    SCIENCE_AND_TECHNOLOGY = "science and technology"
    LIFE_SCIENCES = "life sciences"
    MANUFACTURING = "manufacturing"
    DIGITAL = "digital"
    LOGISTICS_AND_TRANSPORT = "logistics and transport"
    CULTURE = "culture"
    HERITAGE = "heritage"
    TOURISM = "tourism"
    SPORT = "sport"
    YOUTH = "youth"
    URBAN_PLANNING = "urban planning"
    WATER = "water"
    SOCIAL_CARE = "social care"
    PUBLIC_ADMINISTRATION = "public administration"
    SECURITY = "security"
