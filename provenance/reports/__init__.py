"""Reports for people: what is shown, in which order and in which words; one file a form."""
