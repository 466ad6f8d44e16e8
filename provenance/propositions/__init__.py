"""Propositions: claims about the same thing brought together, within and across documents, and how they relate."""
