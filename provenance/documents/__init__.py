"""Documents: finding, decoding and reading dispatches, and telling their prose from all that surrounds it."""
