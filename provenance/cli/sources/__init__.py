"""``provenance sources``: the registry, and what people decide on sources."""

from __future__ import annotations

import click

from provenance.cli.options import examples
from provenance.cli.sources.decisions import assess, check
from provenance.cli.sources.listing import list_, show
from provenance.cli.sources.record import record


@click.group(
    epilog=examples(
        "provenance sources list",
        "provenance sources show Reuters",
        "provenance sources record Reuters --ledger desk.jsonl",
    )
)
def sources() -> None:
    """List, show and assess sources.

    The registry says which names are one source, what kind it is, for whom it speaks and on which side it stands. A
    ledger of yours holds the letters you give and the claims you have checked.
    """


for _command in (list_, show, assess, check, record):
    sources.add_command(_command)
