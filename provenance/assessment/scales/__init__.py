"""Labels of other trades for a proposition: the table in ``table.py``, one file a scale."""
