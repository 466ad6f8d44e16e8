"""The table of methods, the default first."""

from __future__ import annotations

from provenance.truth.methods.accu import accu
from provenance.truth.methods.average_log import average_log
from provenance.truth.methods.contract import Method
from provenance.truth.methods.investment import investment
from provenance.truth.methods.pooled_investment import pooled_investment
from provenance.truth.methods.sums import sums
from provenance.truth.methods.truthfinder import truthfinder
from provenance.truth.methods.voting import voting

METHODS: dict[str, Method] = {
    "accu": accu,
    "voting": voting,
    "sums": sums,
    "average-log": average_log,
    "investment": investment,
    "pooled-investment": pooled_investment,
    "truthfinder": truthfinder,
}
