"""One reader for each kind of file; ``table`` names them."""
