"""The nouns: frozen records that every stage takes and gives. They know nothing of reading, writing or drawing."""
