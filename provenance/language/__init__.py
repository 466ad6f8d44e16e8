"""Words, sentences and syntax of a passage: spaCy's tagger and parser, and quotation marks."""
