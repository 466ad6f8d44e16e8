"""Reports and claims written for other programs, one file a format."""
