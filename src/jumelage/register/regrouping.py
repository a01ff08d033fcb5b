"""Which tellings make one record, worked out anew from the judgements that stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q

from jumelage.register.models import Citation, Judgement, LogEntry, Record, Telling, Value, Verdict
from jumelage.register.settlement import Key, Settlement
from jumelage.vocabulary.names import NameForm, NameOrder


def regroup(entry: LogEntry, touched: Iterable[int]) -> None:
    """Brings records up to date from their judgements and citations after an officer's entry has changed some.

    Tellings that positive judgements hold together share a record, the oldest they had; others get one of their own,
    if possible the one they had before a merge. Everything that refers to them follows, and the entry's changes are
    logged.
    """
    touched = set(touched)
    tellings = list(Telling.objects.filter(record__in=touched).order_by("pk"))
    moved = _new_homes(tellings)
    opened = _move(tellings, moved)
    concerned = touched | {pk for pk in moved.values() if pk > 0} | set(opened)
    following = Citation.objects.filter(Q(telling__record__in=concerned) | Q(refers_to__in=moved)).order_by()
    concerned |= {pk for pair in following.values_list("value__record", "telling__record") for pk in pair}
    citations = list(
        Citation.objects.filter(Q(value__record__in=concerned) | Q(telling__record__in=concerned))
        .select_related("value__form", "telling", "refers_to")
        .order_by("pk")
    )
    settlement = Settlement(concerned, opened)
    _resettle(settlement, citations)
    settlement.log(entry)


def components(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """The tellings that positive judgements connect, each component in the order of telling, the oldest first."""
    by_pk = {telling.pk: telling for telling in tellings}
    leader = {pk: pk for pk in by_pk}

    def find(pk: int) -> int:
        while leader[pk] != pk:
            pk = leader[pk] = leader[leader[pk]]
        return pk

    judged = Judgement.objects.filter(verdict=Verdict.SAME, withdrawn_at=None, left__in=by_pk, right__in=by_pk)
    for left, right in judged.values_list("left_id", "right_id"):
        one, other = sorted((find(left), find(right)))
        leader[other] = one
    groups: dict[int, list[Telling]] = defaultdict(list)
    for pk in sorted(by_pk):
        groups[find(pk)].append(by_pk[pk])
    return list(groups.values())


def _new_homes(tellings: Iterable[Telling]) -> dict[int, int]:
    """For each telling that moves its new record; a record to be opened as a negative number, one for each group."""
    taken: set[int] = set()
    homes: dict[int, int] = {}
    for number, group in enumerate(components(tellings), start=1):
        own = sorted({telling.record_id for telling in group} - taken)
        before = Record.objects.filter(merged_into=group[0].record_id).exclude(pk__in=taken).order_by("pk").first()
        home = own[0] if own else before.pk if before else -number
        taken.add(home)
        homes |= {telling.pk: home for telling in group if telling.record_id != home}
    return homes


def _move(tellings: Iterable[Telling], moved: dict[int, int]) -> Mapping[int, Record]:
    """Puts the tellings where they belong and says where emptied records went; returns the records opened for it."""
    opened: dict[int, Record] = {}
    kinds = dict(Record.objects.filter(tellings__in=moved).values_list("pk", "kind"))
    emptied: dict[int, int] = {}
    for telling in tellings:
        if telling.pk not in moved:
            continue
        home = moved[telling.pk]
        if home < 0:
            record = opened[home] = opened.get(home) or Record.objects.create(kind=kinds[telling.record_id])
            home = moved[telling.pk] = record.pk
        emptied[telling.record_id] = home
        telling.record_id = home
        telling.save(update_fields=["record"])
    Record.objects.filter(pk__in=moved.values()).update(merged_into=None)
    for pk, home in emptied.items():
        if not Telling.objects.filter(record=pk).exists():
            Record.objects.filter(pk=pk).update(merged_into=home)
    return {record.pk: record for record in opened.values()}


def _resettle(settlement: Settlement, citations: Iterable[Citation]) -> None:
    """Every citation to the value of the record that its telling belongs to now, and every value by its citations."""
    sources: dict[Key, set[int]] = defaultdict(set)
    words: dict[Key, bool] = {}
    keys: dict[int, Key] = {}
    citations = list(citations)
    for citation in citations:
        value = citation.value
        entity = citation.refers_to.record_id if citation.refers_to else value.entity_id
        key = keys[citation.pk] = (citation.telling.record_id, value.field, value.text, entity)
        settlement.open_value(key, _form_of(value))
        if citation.withdrawn_at is None:
            if citation.reading_id:
                sources[key].add(citation.telling_id)
            else:
                words[key] = citation.says
    for key, value in settlement.values.items():
        value.sources = len(sources[key])
        settlement.decide(key, words.get(key))
    settlement.save()
    strayed = [citation for citation in citations if citation.value_id != settlement.values[keys[citation.pk]].pk]
    for citation in strayed:
        citation.value_id = settlement.values[keys[citation.pk]].pk
    Citation.objects.bulk_update(strayed, ["value"], batch_size=500)
    Value.objects.filter(record__in=settlement.records, citations=None).delete()


def _form_of(value: Value) -> NameForm | None:
    if value.field != "names":
        return None
    return NameForm(value.form.text, value.form.language, NameOrder(value.form.order) if value.form.order else None)
