"""How well attributions are found: marked-up texts, and the agreement of what was found with them."""
