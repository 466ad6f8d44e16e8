"""Reports on whatever may be read, grouped and judged as the command does: for what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from worlds import OUTLETS, PEOPLE, source

from provenance.assessment.assess import assess
from provenance.assessment.sourcing import is_out, known_on
from provenance.exports.json_lines import claim_of
from provenance.exports.report_json import report_object
from provenance.propositions.group import group
from provenance.records.claim import Bound, Claim, Hedging, Manner, Quantity, Stance, Status, Triple, Wording
from provenance.records.document import Credit, Document
from provenance.records.report import Report
from provenance.records.source import Credited, Reliability, SourceKind
from provenance.records.spans import Span
from provenance.sources.joining import joined

DEEDS = (
    "{n} soldiers were killed in the attack on Ostrel",
    "at least {n} soldiers died when rockets hit Ostrel",
    "the rebels attacked the base at Ostrel and killed {n} soldiers",
    "government forces carried out the attack on Ostrel",
    "rebels carried out the attack on Ostrel",
    "the attack on Ostrel",
    "the bridge at Ostrel was destroyed by rebels",
    "the bridge at Ostrel was destroyed by an accident",
    "any soldiers were killed",
    "it was behind the attack",
)
STANCES = (*[Stance.ASSERTS] * 6, Stance.ACKNOWLEDGES, *[Stance.DENIES] * 3, Stance.RETRACTS, Stance.OPEN)


def some_document(chance, number):
    outlet = chance.choice(OUTLETS)
    day = chance.choice([None, 1, 2, 3])
    return Document(
        path=f"{outlet}-{number}.txt",
        publisher=chance.choice([outlet, outlet, None]),
        author=chance.choice([None, "A. Writer"]),
        title=chance.choice([None, f"Title {number}"]),
        published=day and date(2021, 3, day),
        republished=chance.choice([None, None, date(2021, 3, 4)]),
        republisher=chance.choice([None, None, "Mirror"]),
        url=chance.choice([None, f"https://news.example/{number}"]),
        derived_from=chance.choice([None, None, None, "Distant Post", f"{outlet}-0.txt", "Title 1", "Daily"]),
        credits=tuple(Credit(name, Span(0, 1)) for name in chance.choice([(), (), ("Agency",), ("Agency", "Weekly")])),
    )


def some_claim(chance, documents, letters):
    document = chance.choice(documents)
    people = [replace(who, reliability=letters.get(who.id, who.reliability)) for who in PEOPLE]
    chain = tuple(chance.sample(people, chance.choice([0, 1, 1, 1, 2, 3])))
    voice = source(document.outlet, SourceKind.PUBLISHER)
    figure = chance.choice((3, 7, 12))
    text = chance.choice(DEEDS).format(n=figure)
    bound = chance.choice((Bound.EXACT, Bound.AT_LEAST))
    quantity = Quantity(f"{figure} soldiers", bound, figure, figure if bound is Bound.EXACT else None, "soldiers")
    credited = chain[0] if chain else next((who for who in people if who.id == voice.id), voice)
    return Claim(
        document,
        Credited(credited, credited.name if chain else None),
        Wording(text),
        chain,
        cue=Wording(chance.choice(("said", "denied", "later said", "had earlier said"))) if chain else None,
        manner=Manner.INDIRECT if chain else Manner.VOICE,
        stance=chance.choice(STANCES),
        hedging=chance.choice((Hedging.NONE, Hedging.NONE, Hedging.ALLEGED)),
        quantities=(quantity,) if str(figure) in text else (),
        triple=chance.choice([None, None, Triple("It", "did", "so"), Triple("Rebels", "did", "so")]),
        responsible=chance.choice([None] * 4 + ["Institute", "rebels", "government forces"]),
        status=chance.choice([*[Status.ACTIVE] * 9, Status.SUPERSEDED, Status.RETRACTED]),
        own_evidence=chance.random() < 0.1,
        proposition=chance.choice([None, "the attack", "the attack", "the bridge"]),
        given_id=f"claim:{chance.randrange(16**8):08x}",
    )


def some_report(chance, largest=9):
    """Returns a report object on claims drawn with this chance."""
    documents = [some_document(chance, number) for number in range(chance.randint(1, 5))]
    assessed = Reliability("A", "A. Editor", date(2021, 1, 1), "why")
    letters = {who.id: assessed for who in PEOPLE if chance.random() < 0.1}
    made = [some_claim(chance, documents, letters) for _ in range(chance.randint(1, largest))]
    if chance.random() < 0.5:
        made = [replace(claim, proposition=chance.choice([None, "the attack"])) for claim in made]
    asked = chance.choice([None, None, date(2021, 3, 2), date(2021, 3, 3), date(2021, 3, 20)])
    return report_on(list({claim.id: claim for claim in made}.values()), documents, asked)


def retold(report):
    """Returns the report object that the claims, documents and sources of another give: the same for an honest one."""
    aliases = {row["id"]: tuple(row["aliases"]) for row in report["sources"]}
    documents = {row["id"]: document_of(row) for row in report["documents"]}
    made = [claim_as_told(row, documents[row["document"]["id"]], aliases) for row in report["claims"]]
    asked = report["as_of"] and date.fromisoformat(report["as_of"])
    return report_on(made, list(documents.values()), asked)


def claim_as_told(row, document, aliases):
    claim = claim_of(row, document, "report.json", 1)
    claim = claim.crediting(lambda who: replace(who, aliases=aliases[who.id]))
    return claim if row["chain"] else replace(claim, chain=())


def document_of(row):
    told = {name: value for name, value in row.items() if name not in {"id", "credits", *DAYS}}
    days = {name: row[name] and date.fromisoformat(row[name]) for name in DAYS}
    credits = tuple(Credit(name, Span(0, 1)) for name in row["credits"])
    return Document(**told, **days, credits=credits, given_id=row["id"])


DAYS = ("published", "republished")


def report_on(made, documents, asked=None):
    """Returns the report object of claims as ``provenance report --as-of`` would give it."""
    claims, propositions = group(joined([claim for claim in made if is_out(claim, asked)]))
    by_id = {claim.id: claim for claim in claims}
    as_of = asked or max(filter(None, (document.latest_date for document in documents)), default=None)
    found = [p for p in propositions if asked is None or known_on(p, by_id, asked)]
    sources = {s.id: s for claim in claims for s in (*claim.chain, claim.source.source)}
    assessments = tuple(assess(proposition, by_id, as_of=as_of) for proposition in found)
    ordered = tuple(sources[key] for key in sorted(sources))
    return report_object(Report(as_of, tuple(documents), ordered, claims, assessments))
