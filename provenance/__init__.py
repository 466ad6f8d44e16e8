"""Who said it, who said it first, and who disagrees.

The package reads news dispatches, finds each claim with the source it is attributed to, models it as an RDF triple
tagged with that source, and says how each proposition is sourced. The line runs

    documents -> attributions -> claims -> propositions -> graph -> assessment -> reports / exports

and every stage is a folder of that name; ``provenance.workflow`` alone knows the order.
"""

__version__ = "0.1.0"
