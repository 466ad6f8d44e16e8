"""The registry that ships, and how names are looked up in it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InvalidRegistry
from provenance.records.source import Reliability, SourceKind
from provenance.sources.countries import load_countries
from provenance.sources.names import is_acronym, key
from provenance.sources.registry import Listing, Registry, load_registry, read_listings

REGISTRY = load_registry()
LISTINGS = REGISTRY.listings
NAMES = [(name, listing) for listing in LISTINGS for name in listing.names]


def found(name: str, context: str = "") -> str | None:
    source = REGISTRY.lookup(name, context)
    return source.id if source else None


# -- what ships ------------------------------------------------------------------------------------------------------


def test_at_least_three_hundred_sources_besides_governments_are_listed() -> None:
    governments = {country.government.id for country in load_countries()}
    assert sum(source.id not in governments for source in REGISTRY) >= 300


def test_at_least_190_countries_are_listed() -> None:
    assert len(list(load_countries())) >= 190


def test_sources_come_sorted_by_id_and_each_id_once() -> None:
    ids = [source.id for source in REGISTRY]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.source.id)
def test_every_listing_is_sound(listing: Listing) -> None:
    source = listing.source
    assert source.id.startswith("source:")
    assert source.listed
    assert REGISTRY.get(source.family) is not None
    assert not source.kind.is_nameless
    assert source.kind not in {SourceKind.UNKNOWN, SourceKind.PUBLISHER}
    assert source.reliability == Reliability()
    assert all(REGISTRY.lookup(name) == source for name in listing.names)
    assert not listing.weak or listing.context
    assert set(listing.weak) <= set(source.aliases) | {source.name}


def test_no_name_means_two_sources() -> None:
    owners = defaultdict(set)
    for name, listing in NAMES:
        owners[key(name)].add(listing.source.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_families_have_no_loops() -> None:
    for source in REGISTRY:
        assert not REGISTRY.family_of(source).is_mouthpiece


def test_an_outlet_of_an_armed_group_is_of_its_family() -> None:
    amaq = REGISTRY.get("source:amaq")
    assert amaq is not None
    assert amaq.kind is SourceKind.GROUP_MEDIA
    assert REGISTRY.family_of(amaq).id == "source:islamic-state"


def test_owners_are_followed_to_the_last() -> None:
    tasnim = REGISTRY.get("source:tasnim")
    assert tasnim is not None
    assert REGISTRY.family_of(tasnim).id == "source:government-of-iran"


# -- lookup ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("Human Rights Watch", "source:human-rights-watch"),
        ("HRW", "source:human-rights-watch"),
        ("the U.N.", "source:united-nations"),
        ("UN", "source:united-nations"),
        ("Agence France Presse", "source:afp"),
        ("Médecins sans frontières", "source:msf"),
        ("Medecins Sans Frontieres", "source:msf"),
        ("Ha’aretz", "source:haaretz"),
        ("Reuters'", "source:reuters"),
        ("Hezbollah's", "source:hezbollah"),
        ("al Qaeda", "source:al-qaeda"),
        ("Al-Qaida", "source:al-qaeda"),
        ("PressTV", "source:press-tv"),
        ("“The Economist”", "source:economist"),
        ("Turkish government", "source:government-of-turkey"),
        ("Moody's", "source:moodys"),
        ("新华社", "source:xinhua"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(name: str, source_id: str) -> None:
    assert found(name) == source_id


@pytest.mark.parametrize("name", ["who", "Who", "is", "Is", "un", "ap", "an economist", "guardian", "Moody", "", "the"])
def test_ordinary_words_are_no_names(name: str) -> None:
    assert found(name) is None


@pytest.mark.parametrize(
    "name", ["Human Rights Watchers", "Reuter", "Hezbollahs", "Amnesty Internacional", "Al Jazeer"]
)
def test_similar_names_are_never_taken_for_listed_ones(name: str) -> None:
    assert found(name) is None


@pytest.mark.parametrize(
    ("name", "context", "source_id"),
    [
        ("SDF", "", None),
        ("SDF", "The SDF took the dam west of Raqqa.", "source:sdf-syria"),
        ("RSF", "The RSF shelled a market in Darfur.", "source:rsf-sudan"),
        ("RSF", "RSF ranked 180 states by press freedom.", "source:reporters-without-borders"),
        ("RSF", "RSF said press freedom in Sudan had worsened.", None),
        ("MENA", "growth in the MENA region", None),
        ("MENA", "the agency in Cairo", "source:mena-egypt"),
        ("AA", "in Rakhine", "source:arakan-army"),
        ("ABC", "a flood near Sydney", "source:abc-australia"),
    ],
)
def test_a_name_that_several_bear_needs_its_context(name: str, context: str, source_id: str | None) -> None:
    assert found(name, context) == source_id


plain_names = [name for name, listing in NAMES if not is_acronym(name) and not listing.cased and name.isascii()]
spelt_out = {key(name) for name, _ in NAMES if not is_acronym(name)}
acronyms = [name for name, _ in NAMES if is_acronym(name) and name.isascii() and key(name) not in spelt_out]


@given(st.sampled_from(plain_names), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_matter(name: str, spelling: object) -> None:
    assert callable(spelling)
    assert REGISTRY.lookup(spelling(name)) == REGISTRY.lookup(name) is not None


@given(st.sampled_from(acronyms))
def test_acronyms_of_up_to_four_letters_count_only_in_capitals(name: str) -> None:
    assert REGISTRY.lookup(name) is not None
    assert REGISTRY.lookup(name.lower()) is None


@given(st.sampled_from([name for name, _ in NAMES]), st.sampled_from(["the ", "The ", "a ", "“", " "]))
def test_articles_and_quotation_marks_do_not_matter(name: str, before: str) -> None:
    assert REGISTRY.lookup(before + name) == REGISTRY.lookup(name) is not None


@given(st.sampled_from([name for name, _ in NAMES]), st.sampled_from(["'s", "’s", ",", "”"]))
def test_possessives_and_punctuation_do_not_matter(name: str, after: str) -> None:
    assert REGISTRY.lookup(name + after) == REGISTRY.lookup(name) is not None


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text: str) -> None:
    source = REGISTRY.lookup(text, text)
    assert source is None or key(text.removesuffix("'s").removesuffix("’s"))


# -- the reader's own file -------------------------------------------------------------------------------------------

OWN = """
Ours:
  - {id: source:harbour-watch, name: Harbour Watch, kind: monitor, aliases: [HW]}
  - {id: source:harbour-radio, name: Harbour Radio, kind: outlet, family: source:harbour-watch}
  - id: source:reuters
    aliases: [Rtrs]
    reliability: {letter: B, set_by: desk, set_on: 2026-02-01, reason: named staff}
"""


def test_a_file_of_ones_own_adds_sources_and_changes_listed_ones(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    registry = load_registry(path)
    radio, reuters = registry.lookup("Harbour Radio"), registry.lookup("Rtrs")
    assert radio is not None
    assert reuters is not None
    assert registry.family_of(radio).name == "Harbour Watch"
    assert reuters.id == "source:reuters"
    assert reuters.kind is SourceKind.OUTLET
    assert (reuters.reliability.letter, str(reuters.reliability.set_on)) == ("B", "2026-02-01")
    assert registry.lookup("HRW") == REGISTRY.lookup("HRW")


def test_the_environment_names_a_default_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    monkeypatch.setenv("PROVENANCE_SOURCES", str(path))
    assert load_registry().lookup("HW") is not None
    monkeypatch.delenv("PROVENANCE_SOURCES")
    assert load_registry().lookup("HW") is None


def test_a_plain_list_is_a_file_too() -> None:
    listed = read_listings("- {id: source:a-b, name: A B, kind: body}", "own.yaml")
    assert [listing.source.name for listing in listed] == ["A B"]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("# nothing yet\n", "utf-8")
    assert list(load_registry(path)) == list(REGISTRY)


def test_a_name_given_to_another_source_moves_there() -> None:
    own = read_listings("- {id: source:dpa-x, name: DPA, kind: outlet}", "own.yaml", onto=LISTINGS)
    registry = Registry(own)
    assert [source.id for source in (registry.lookup("DPA"), registry.lookup("Deutsche Presse-Agentur")) if source] == [
        "source:dpa-x",
        "source:dpa",
    ]


def test_names_that_look_like_dates_or_truth_values_stay_names() -> None:
    listed = read_listings("- {id: source:no, name: No, kind: body, aliases: [2020-01-01, on]}", "own.yaml")
    assert listed[0].names == ("No", "2020-01-01", "on")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {id: source:x, kind: body}", "own.yaml: source:x: has no name"),
        ("- {id: source:x, name: X}", "own.yaml: source:x: has no kind"),
        ("- {name: X, kind: body}", "own.yaml: entry 1: has no proper id"),
        ("- {id: x y, name: X, kind: body}", "own.yaml: x y: has no proper id"),
        ("Ours:\n- nothing", "own.yaml: Ours, entry 1: is not a mapping"),
        ("Ours: nothing", "own.yaml: Ours: is not a list"),
        ("- {id: source:x, name: X, kind: herald}", "own.yaml: source:x: has the unknown kind 'herald'"),
        ("- {id: source:x, name: X, kind: body, colour: red}", "own.yaml: source:x: has the unknown field 'colour'"),
        ("- {id: source:x, name: X, kind: body, aliases: Y}", "own.yaml: source:x: has aliases that are not a list"),
        (
            "- {id: source:x, name: X, kind: body, family: source:y}",
            "own.yaml: source:x: family source:y is not listed",
        ),
        ("- {id: source:x, name: X, kind: body, cased: perhaps}", "own.yaml: source:x: has `cased` neither"),
        ("- {id: source:x, name: X, kind: body, reliability: Z}", "own.yaml: source:x: has no proper reliability"),
        (
            "- {id: source:x, name: X, kind: body, reliability: {letter: A, set_on: today}}",
            "own.yaml: source:x: has `set_on` 'today'",
        ),
        (
            "- {id: source:x, name: X, kind: body}\n- {id: source:x, name: Y, kind: body}",
            "own.yaml: source:x: the id is given twice",
        ),
        (
            "- {id: source:x, name: X, kind: body}\n- {id: source:y, name: x, kind: body}",
            "own.yaml: source:y: the name 'x' is also that of source:x",
        ),
        ("- {id: source:x\n", "own.yaml:2: cannot be read as YAML"),
    ],
)
def test_a_faulty_file_is_named_with_its_entry_in_one_line(text: str, message: str) -> None:
    with pytest.raises(InvalidRegistry) as error:
        read_listings(text, "own.yaml")
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
    assert "; " in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidRegistry, match=r"none\.yaml: cannot be read"):
        load_registry(tmp_path / "none.yaml")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes("- {id: source:x, name: Café, kind: body}".encode("latin-1"))
    with pytest.raises(InvalidRegistry, match="not UTF-8"):
        load_registry(path)


ENTRY = "- {id: source:lions, name: Lions, kind: body"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("- {id: source:lions, name: Lions, kind: [body]}", "own.yaml: source:lions: ", "unknown kind"),
        (f"A:\n {ENTRY}}}\nA:\n {ENTRY}}}", "own.yaml:3: ", "'A' stands twice"),
        (f"{ENTRY}, name: Tigers}}", "own.yaml:1: ", "'name' stands twice"),
        (f"{ENTRY}, ? [a, b] : c}}", "own.yaml:1: ", "a key is not a word"),
        ("A: &a [*a]", "own.yaml:1: ", "holds itself"),
        ("[" * 5000 + "]" * 5000, "own.yaml: ", "nests too deep"),
        ("- {id: source:lions, name: null, kind: body}", "own.yaml: source:lions: ", "a name that is not a word"),
        (f"{ENTRY}, cased: [true]}}", "own.yaml: source:lions: ", "`cased`"),
        (f"{ENTRY}, reliability: {{letter: B, set_by: [a]}}}}", "own.yaml: source:lions: ", "reliability"),
        (f"{ENTRY}, {'x' * 900}: y}}", "own.yaml: source:lions: ", "unknown field"),
    ],
)
def test_what_has_not_the_form_it_should_is_one_line_that_names_the_place(text: str, where: str, what: str) -> None:
    with pytest.raises(InvalidRegistry) as caught:
        read_listings(text, "own.yaml")
    message = str(caught.value)
    assert message.startswith(where)
    assert what in message
    assert "\n" not in message
    assert len(message) < 300


def test_what_many_aliases_name_is_read_once() -> None:
    lists = [f"A{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'x'}]" for n in range(30)]
    with pytest.raises(InvalidRegistry, match="not a mapping"):
        read_listings("\n".join(lists), "own.yaml")
