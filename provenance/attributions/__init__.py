"""Attributions: source, cue and content, found in the syntax of a passage."""
