"""What a claim says, from its words: numbers, days, place, and how far the wording holds back."""
