"""The line from documents to assessments: the one module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import UnreadableInput
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.identity import Met
from provenance.records.proposition import Proposition
from provenance.records.report import Part, Report
from provenance.records.source import Source
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.assessment.track_record import TrackRecord
    from provenance.documents.find import Input
    from provenance.evaluation.run import Scored
    from provenance.exports.parted_claims import PartedClaims
    from provenance.records.assessment import Assessment
    from provenance.records.decisions import Ledger
    from provenance.sources.registry import Registry

NO_SETTINGS = Settings()


def read_texts(paths: Sequence[str], *, settings: Settings = NO_SETTINGS) -> Iterator[Document]:
    """Yields the documents below the paths, in order, one at a time.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        settings: What overrides the documents' own data, and the stream behind ``-``.

    Raises:
        UnreadableInput: A path or a record in a file cannot be read.
    """
    from provenance.documents.find import InputKind, find_inputs
    from provenance.documents.read import read_documents

    for source in find_inputs(paths, settings.stdin).inputs:
        if source.kind is InputKind.DOCUMENTS:
            yield from read_documents(source, settings.given)


def extract_claims(paths: Sequence[str], *, settings: Settings = NO_SETTINGS) -> Iterator[Claim]:
    """Yields the claims below the paths as they are read, each once, in document order.

    Claims made elsewhere and earlier exports pass through as they are.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        settings: The registry, what overrides the documents' own data, and where remarks go.

    Raises:
        UnreadableInput: A path or a record in a file cannot be read.
        InvalidRegistry: The reader's own registry does not have the form it should.
        MissingModel: There is a text to read and the language pipeline is not installed.
    """
    reading = _Reading(settings)
    yield from reading.claims(reading.inputs(paths))


def read_report(paths: Sequence[str], *, settings: Settings = NO_SETTINGS) -> Report:
    """Returns what is claimed below the paths and how each proposition is sourced.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        settings: The day the verdicts hold for, the registry, and what overrides the documents' own data.

    Raises:
        UnreadableInput: A path or a record in a file cannot be read.
        InvalidRegistry: The reader's own registry does not have the form it should.
        InvalidLedger: The ledger cannot be read.
        MissingModel: There is a text to read and the language pipeline is not installed.
    """
    reading = _Reading(settings)
    return _report(reading.inputs(paths), reading)


def read_parts(paths: Sequence[str], *, settings: Settings = NO_SETTINGS) -> Iterator[Part]:
    """Yields the propositions of a report one by one, in no particular order; the same as ``read_report`` finds.

    Where all that is read are claims whose proposition is given, they are laid out in temporary files first and then
    read again proposition by proposition, so that memory hardly grows with them. Everything else is read at once.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        settings: As for ``read_report``.

    Raises:
        NoRoom: The temporary files cannot be written; beyond that what ``read_report`` raises.
    """
    from functools import partial

    from provenance.assessment.sourcing import is_out
    from provenance.exports.parted_claims import part_claims

    reading = _Reading(settings)
    inputs = reading.inputs(paths)
    keeps = partial(is_out, as_of=settings.as_of) if settings.as_of else None
    unknown = reading.unknown_field
    laid_out = part_claims(inputs, reading.listed, keeps, unknown) if all(map(_holds_claims, inputs)) else None
    if laid_out:
        reading.remark_on(laid_out.met)
    yield from _report(inputs, reading).parts if laid_out is None else _parts(laid_out, reading)


def _holds_claims(source: Input) -> bool:
    from provenance.documents.find import InputKind

    return source.kind is InputKind.CLAIMS


def _report(inputs: Iterable[Input], reading: _Reading) -> Report:
    settings, judge = reading.settings, _Judge(reading)
    read = list(reading.claims(inputs))
    claims, propositions = _grouped(read, reading)
    claims = judge.lettered(claims)
    progress = settings.progress or _silent
    by_id = {claim.id: claim for claim in claims}
    as_of = settings.as_of or reading.latest
    if settings.as_of:
        propositions = _put_forward_by(settings.as_of, propositions, by_id)
        if read and not propositions:
            reading.remark_that_nothing_was_out()
    assessments = []
    for done, proposition in enumerate(propositions):
        progress("weighing propositions", done, len(propositions))
        assessments.append(judge.assessed(proposition, by_id, as_of))
    return Report(
        as_of=as_of,
        documents=tuple(reading.documents.values()),
        sources=_sources_of(claims),
        claims=tuple(claims),
        assessments=tuple(assessments),
        remarks=tuple(reading.remarks),
    )


def _parts(laid_out: PartedClaims, reading: _Reading) -> Iterator[Part]:
    from provenance.propositions.given import settled
    from provenance.propositions.group import with_status
    from provenance.propositions.placed import sort_key

    settings, judge = reading.settings, _Judge(reading)
    progress = settings.progress or _silent
    as_of = settings.as_of or laid_out.latest
    done = 0
    for key, claims in laid_out.propositions():
        found = settled(key, claims)
        updated = judge.lettered([with_status(claim, found.statuses[claim.id]) for claim in claims])
        by_id = {claim.id: claim for claim in updated}
        if settings.as_of and not _put_forward_by(settings.as_of, [found.proposition], by_id):
            continue
        progress("weighing propositions", done, None)
        yield Part(as_of, judge.assessed(found.proposition, by_id, as_of), by_id, sort_key(found.place))
        done += 1
    if settings.as_of and not done:
        reading.remark_that_nothing_was_out()


def read_track_record(source: Source, paths: Sequence[str] = (), *, settings: Settings = NO_SETTINGS) -> TrackRecord:
    """Returns the track record of a source: its letter, and what was checked of it by kind of claim.

    Args:
        source: The source.
        paths: Where what it agrees with others in is counted from, too; none by default.
        settings: The ledger; without one nothing is known. The rest as for ``read_report``.

    Raises:
        InvalidLedger: The ledger cannot be read.
        ProvenanceError: A path cannot be read, as for ``read_report``.
    """
    from provenance.assessment.track_record import track_record
    from provenance.labelling import agreements
    from provenance.records.decisions import Ledger

    ledger = _Reading(settings).ledger or Ledger()
    agreed = agreements(read_report(paths, settings=replace(settings, remark=None)), source, ledger) if paths else {}
    return track_record(source, ledger, agreed)


def claims_of(document: Document, registry: Registry, remark: Callable[[str], None] | None = None) -> list[Claim]:
    """Returns the claims of one document, in text order.

    Args:
        document: The text with what is known of its publication.
        registry: The sources known by name.
        remark: Told of a passage that cannot be read, which then costs that passage only; without it an error is
            raised.

    Raises:
        MissingModel: The language pipeline is not installed.
    """
    from provenance.attributions.find import find_attributions
    from provenance.attributions.seen import seen_by_piece
    from provenance.claims.build import DocumentReader
    from provenance.documents.passages import passages
    from provenance.language.parsing import parse
    from provenance.sources.resolution import Cast

    reader = DocumentReader(document, Cast(registry, document.outlet, document.text))
    read = list(passages(document))
    claims: list[Claim] = []
    for piece, seen in seen_by_piece(read, parse(read)):
        try:
            claims += reader.claims(piece, find_attributions(piece.doc, seen))
        except Exception as error:
            if remark is None:
                raise
            line, _ = document.line_and_column(piece.characters(0, 1).start)
            remark(f"{document.path}:{line}: this passage could not be read ({type(error).__name__}: {error})")
    return claims


def evaluate(gold: str, paths: Sequence[str] = (), *, settings: Settings = NO_SETTINGS) -> Iterator[Scored]:
    """Yields, for each marked text, how far the attributions found in it agree with the marks.

    Args:
        gold: A file or folder of marks, in any form ``provenance.evaluation.gold`` reads.
        paths: The texts, matched by file name; may be empty where the marks come with their texts.
        settings: The registry, and what overrides the documents' own data.

    Raises:
        UnreadableInput: The marks, a path or a record in a file cannot be read.
        MissingModel: The language pipeline is not installed.
    """
    from provenance.evaluation.gold import read_gold
    from provenance.evaluation.run import scored

    reading = _Reading(settings)
    documents = read_texts(paths, settings=settings) if paths else ()
    yield from scored(
        read_gold(gold), documents, lambda document: claims_of(document, reading.registry), reading.remark
    )


@dataclass
class _Reading:
    """One pass over the inputs: the claims as a stream, and what was met on the way."""

    settings: Settings
    documents: dict[str, Document] = field(default_factory=dict)
    propositions: list[Proposition] = field(default_factory=list)
    only_exports: bool = True
    remarks: list[str] = field(default_factory=list)
    _unknown: set[str] = field(default_factory=set)
    """The names of fields already told of."""
    latest: date | None = None
    """The latest day on which something read was published or republished."""

    def inputs(self, paths: Sequence[str]) -> tuple[Input, ...]:
        """Returns what there is to read below the paths."""
        from provenance.documents.find import find_inputs

        found = find_inputs(paths, self.settings.stdin)
        for remark in found.remarks:
            self.remark(remark)
        if not found.inputs:
            raise UnreadableInput(
                ", ".join(paths), "nothing to read was found", "name a file, or a folder with dispatches"
            )
        return found.inputs

    def claims(self, inputs: Iterable[Input]) -> Iterator[Claim]:
        """Yields the claims of all inputs, each once."""
        met = Met()
        for source in inputs:
            for claim in self._claims_in(source):
                self._meet(claim.document)
                if met.is_new(claim.id, (claim.document.id, claim.content.text, claim.stance, claim.proposition)):
                    yield self._in_the_document_met(claim)
        self.remark_on(met)

    def _meet(self, document: Document) -> None:
        self.documents.setdefault(document.id, document)
        self.latest = max(filter(None, (self.latest, document.latest_date)), default=None)

    def _in_the_document_met(self, claim: Claim) -> Claim:
        """Returns a claim with the record of its document that was met first, should several inputs differ on it."""
        document = self.documents[claim.document.id]
        if claim.document is document or claim.document == document:
            return claim
        return replace(claim, document=document, given_id=claim.id)

    def _claims_in(self, source: Input) -> Iterator[Claim]:
        from provenance.documents.find import InputKind

        if source.kind is InputKind.EXPORT:
            return self._exported(source)
        self.only_exports = False
        return self._made_elsewhere(source) if source.kind is InputKind.CLAIMS else self._extracted(source)

    def _extracted(self, source: Input) -> Iterator[Claim]:
        from provenance.documents.languages import is_english
        from provenance.documents.read import read_documents

        progress = self.settings.progress or _silent
        for document in read_documents(source, self.settings.given):
            progress("reading documents", len(self.documents), None)
            self._meet(document)
            if not is_english(document.language):
                self.remark(
                    f"{document.path}: in another language ({document.language}), not read; --language en insists"
                )
                continue
            if document.published is None:
                self.remark(f"{document.path}: no date found, days such as Monday stay unresolved; give --published")
            yield from claims_of(document, self.registry, self.remark)

    def _made_elsewhere(self, source: Input) -> Iterator[Claim]:
        from provenance.exports.json_lines import decoded, read_claims

        with source.opened() as file:
            for claim in read_claims(decoded(file), source.path, self.unknown_field):
                yield claim.crediting(self.listed)

    def _exported(self, source: Input) -> Iterator[Claim]:
        from provenance.exports.read_turtle import read_turtle

        exported = read_turtle(Path(source.path), source.content)
        self.propositions.extend(exported.propositions)
        for document in exported.documents:
            self._meet(document)
        yield from exported.claims

    @cached_property
    def registry(self) -> Registry:
        """The sources known by name, the reader's own among them."""
        from provenance.sources.registry import load_registry

        return load_registry(self.settings.sources)

    def listed(self, source: Source) -> Source:
        """Returns a source of a claim made elsewhere with what the registry knows of it; what the claim says stands."""
        if source not in self._listed:
            self._listed[source] = _with_listing(source, self.registry)
        return self._listed[source]

    @cached_property
    def _listed(self) -> dict[Source, Source]:
        return {}

    @cached_property
    def ledger(self) -> Ledger | None:
        """What people have decided on sources, None where no ledger is given."""
        if self.settings.ledger is None:
            return None
        from provenance.sources.ledger import load_ledger

        return load_ledger(self.settings.ledger, self.remark)

    def unknown_field(self, name: str, place: str) -> None:
        """Says once that a field of claims made elsewhere is not known, where it stands first."""
        if name not in self._unknown:
            self._unknown.add(name)
            self.remark(f"{place}: field {name!r} is not known, ignored")

    def remark_that_nothing_was_out(self) -> None:
        """Says that the day asked for is before all that was read."""
        self.remark(f"nothing read was published by {self.settings.as_of}, so there is nothing to judge")

    def remark_on(self, met: Met) -> None:
        """Says which ids stand for different things."""
        for words in met.remarks():
            self.remark(words)

    def remark(self, words: str) -> None:
        """Keeps a remark, and tells it at once where the settings say to whom."""
        self.remarks.append(words)
        if self.settings.remark is not None:
            self.settings.remark(words)


def _with_listing(source: Source, registry: Registry) -> Source:
    known = registry.lookup(source.name)
    if known is None:
        return source
    if source.family != source.id or source.side is not None:
        return replace(source, aliases=known.aliases) if known.id == source.id else source
    kind = source.kind if source.kind.value != "unknown" else known.kind
    return replace(known, kind=kind, reliability=source.reliability)


@dataclass
class _Judge:
    """Assesses propositions as the settings ask: with the letters of the ledger, and a label on the scale."""

    reading: _Reading

    def __post_init__(self) -> None:
        self.ledger = self.reading.ledger

    def lettered(self, claims: list[Claim]) -> list[Claim]:
        """Returns the claims with the letters that the ledger gives their sources."""
        if self.ledger is None:
            return claims
        from provenance.labelling import with_letters

        return with_letters(claims, self.ledger)

    def assessed(self, proposition: Proposition, claims: Mapping[str, Claim], as_of: date | None) -> Assessment:
        """Returns how a proposition is sourced on a day."""
        from provenance.assessment.assess import assess

        assessment = assess(proposition, claims, as_of=as_of)
        return assessment if self._label is None else self._label(assessment, claims, as_of)

    @cached_property
    def _label(self) -> Callable[[Assessment, Mapping[str, Claim], date | None], Assessment] | None:
        scale = self.reading.settings.scale
        if scale is None:
            return None
        from provenance.labelling import Reader, with_label
        from provenance.records.decisions import Ledger

        ledger, reader = self.ledger or Ledger(), Reader(self.reading.registry)
        return lambda found, claims, day: with_label(found, claims, scale, as_of=day, ledger=ledger, reader=reader)


def _grouped(claims: list[Claim], reading: _Reading) -> tuple[list[Claim], list[Proposition]]:
    """An export read alone keeps its propositions; everything else is grouped afresh."""
    from provenance.propositions.group import group
    from provenance.sources.joining import joined, with_one_record_each

    kept = {p.id: p for p in reading.propositions}
    if reading.only_exports and kept and all(p == kept[p.id] for p in reading.propositions):
        return with_one_record_each(claims), list(kept.values())

    updated, propositions = group(joined(_out_by(reading.settings.as_of, claims)))
    return list(updated), list(propositions)


def _out_by(day: date | None, claims: Iterable[Claim]) -> list[Claim]:
    """Returns the claims published by a day; nothing that came later decides how they stand to each other."""
    from provenance.assessment.sourcing import is_out

    return [claim for claim in claims if is_out(claim, day)]


def _put_forward_by(day: date, propositions: Iterable[Proposition], claims: Mapping[str, Claim]) -> list[Proposition]:
    """Returns the propositions that somebody had put forward by a day; what has no date counts as known."""
    from provenance.assessment.sourcing import known_on

    return [proposition for proposition in propositions if known_on(proposition, claims, day)]


def _sources_of(claims: Iterable[Claim]) -> tuple[Source, ...]:
    """Returns every source credited, in order of id."""
    found = {s.id: s for claim in claims for s in (*claim.chain, claim.source.source)}
    return tuple(found[key] for key in sorted(found))


def _silent(step: str, done: int, total: int | None) -> None:
    return None
