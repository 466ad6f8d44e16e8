"""Verdicts: what all rules together say of how a proposition is sourced."""
