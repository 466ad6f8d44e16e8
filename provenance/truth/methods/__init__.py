"""How beliefs are drawn from a table of claims: one file a method, the table of them in ``table.py``."""
