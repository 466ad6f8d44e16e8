"""The rules that find attributions, one family a module; ``provenance.attributions.find`` has the table."""
