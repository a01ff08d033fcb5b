"""What is shown beside a record because it belongs to it."""

from collections.abc import Mapping, Sequence

from jumelage.register.models import Entity, Twinning
from jumelage.register.queries import Glance, dossier_of, referring_to


def belonging(glance: Glance) -> Mapping[str, Sequence[int]]:
    """By kind: a twinning's dossier, all that speaks of an entity, and nothing beside anything else."""
    match glance.details:
        case Twinning() as twinning:
            return dossier_of(twinning).records
        case Entity() as entity:
            return referring_to(entity)
    return {}
