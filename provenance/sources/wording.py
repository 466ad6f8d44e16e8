"""What the words of a source say by themselves: the questions, one module for each."""

from provenance.sources.acronyms import acronym_of, introduces_acronym
from provenance.sources.description import describe
from provenance.sources.kinds import is_pseudo_source, kind_of
from provenance.sources.noun_phrases import head_noun
from provenance.sources.persons import person_name

__all__ = ["acronym_of", "describe", "head_noun", "introduces_acronym", "is_pseudo_source", "kind_of", "person_name"]
