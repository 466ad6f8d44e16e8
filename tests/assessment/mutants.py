"""Reports with one thing changed, anywhere, and whether they still say the same in all that the checker answers for."""

from __future__ import annotations

import json
from copy import deepcopy

from readings import retold

from provenance.assessment.verify import problems_of_report

READ_ONCE = {
    "propositions.*.id": "a name where its claims bring no string",
    "propositions.*.label": "the words of another claim that may stand for it as well",
    "propositions.*.relations.*": "one of several relations that tie a claim",
    "propositions.*.relations.*.from": "which claim a claim is tied to",
    "propositions.*.relations.*.to": "which claim a claim is tied to",
    "claims.*.proposition": "the string of a proposition of one claim",
    "claims.*.responsible": "words that decide which claims are about one thing",
    "claims.*.chain.*": "who takes back whose words",
    "claims.*.stance": "a reading of words",
    "claims.*.status": "a reading of words",
}
"""What may be changed without notice where nothing else in the report rests on it, though claims read so would be
put together otherwise: whether two claims are about one thing is not asked again."""

WORDS = {
    "claims": ("cue", "content", "triple", "quantities", "event_date", "said_date", "place", "sentence"),
    "source": ("text", "span", "inferred", "because"),
}
WITNESSES = ("cut", "chains", "shown_chains")


def places(value, path=()):
    """Yields the path of everything in a value of JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, found in inner:
        yield (*path, key)
        yield from places(found, (*path, key))


def at(report, path):
    for key in path:
        report = report[key]
    return report


def mutant(chance, report):
    """Returns a copy of a report with one thing changed, and what was done where."""
    report = deepcopy(report)
    section = chance.choice([key for key, value in report.items() if value])
    inside = [(section, *path) for path in places(report[section])] or [(section,)]
    *way, key = chance.choice(inside)
    holder, everywhere = at(report, way), inside
    is_field = bool(way) and isinstance(way[-1], str)
    how = chance.choice([name for name, fits in CHANGES.items() if fits(holder, key) and (is_field or name != "moved")])
    old = holder[key]
    if how == "deleted":
        del holder[key]
    elif how == "doubled":
        holder.insert(chance.randint(0, len(holder)), deepcopy(old))
    elif how == "swapped":
        other = chance.randrange(len(holder))
        holder[key], holder[other] = holder[other], holder[key]
    elif how == "moved":
        beside = [found for found in at(report, way[:-1]).values() if isinstance(found, list)]
        del holder[key]
        chance.choice(beside).append(old)
    elif how == "other number":
        holder[key] = chance.choice([old + 1, old - 1, float(old), str(old), bool(old), -old, old + 0.01, [old]])
    elif how == "other truth":
        holder[key] = chance.choice([not old, int(old), str(old)])
    elif how == "null":
        holder[key] = None
    elif how == "filled":
        holder[key] = chance.choice(["x", 1, True, [], {}, "2021-03-02"])
    else:
        alike = [path for path in everywhere if path[-1] == key and isinstance(at(report, path), str)]
        strings = [path for path in everywhere if isinstance(at(report, path), str)]
        found = {at(report, path) for path in chance.choice([alike or strings, strings])} | {f"{old}x", ""}
        holder[key] = chance.choice(sorted(found))
    return report, f"{how} {'.'.join('*' if isinstance(part, int) else part for part in (*way, key))}"


SIDES = ("supporting", "opposing", "open")
CHANGES = {
    "deleted": lambda holder, key: True,
    "doubled": lambda holder, key: isinstance(holder, list),
    "swapped": lambda holder, key: isinstance(holder, list) and len(holder) > 1,
    "moved": lambda holder, key: isinstance(holder, list),
    "other number": lambda holder, key: type(holder[key]) in {int, float},
    "other truth": lambda holder, key: type(holder[key]) is bool,
    "other words": lambda holder, key: isinstance(holder[key], str),
    "null": lambda holder, key: holder[key] is not None,
    "filled": lambda holder, key: holder[key] is None,
}


def answered_for(report):
    """Returns what of a report the checker answers for: order and all that the how-to names as not checked left out."""
    report = deepcopy(report)
    del report["remarks"]
    for claim in report["claims"]:
        for name in WORDS["claims"]:
            claim[name] = None
        for name in WORDS["source"]:
            claim["source"][name] = None
    for source in report["sources"]:
        source["aliases"] = []
    for document in report["documents"]:
        document["credits"] = []
    for proposition in report["propositions"]:
        for side in filter(None, (proposition["support"], proposition["opposition"])):
            for name in WITNESSES:
                side[name] = []
            for name in ("origins", "shown", "edges", "loops"):
                side[name] = in_order(side[name])
            side["loops"] = in_order(map(in_order, side["loops"]))
        for name in (*SIDES, "relations"):
            proposition[name] = in_order(proposition[name])
    return {key: in_order(value) if isinstance(value, list) else value for key, value in report.items()}


def in_order(values):
    return sorted(values, key=written)


def written(value):
    """A value as JSON, which tells 1 from 1.0 and from true."""
    return json.dumps(value, sort_keys=True)


def as_json(report):
    return json.loads(json.dumps(report))


def escaped(report, honest, how):
    """Tells why a changed report was accepted that should not have been; nothing where that is right or it was not."""
    found = problems_of_report(report)
    if found:
        return next((f"{how}: {line}" for line in found if "cannot be checked" in line), "")
    place = how.rpartition(" ")[2]
    if says_the_same(report, honest) or place in READ_ONCE:
        return ""
    return "" if says_the_same(as_json(retold(report)), report) else how


def says_the_same(report, honest):
    try:
        return written(answered_for(report)) == written(answered_for(honest))
    except (KeyError, TypeError, AttributeError):
        return False
