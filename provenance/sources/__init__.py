"""Who is credited: the registry of known sources, and what the words alone say about any other."""
