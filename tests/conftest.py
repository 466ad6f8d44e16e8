"""Lets test folders share what lies beside them."""

from handmade import report  # noqa: F401  (a fixture)
