"""The evidence graph of a proposition, and the numbers read from it."""
