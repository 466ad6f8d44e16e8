"""The scales by name."""

from __future__ import annotations

from provenance.assessment.scales.admiralty import ADMIRALTY
from provenance.assessment.scales.airwars import AIRWARS
from provenance.assessment.scales.contract import Scale
from provenance.assessment.scales.icd203 import ICD203

SCALES: dict[str, Scale] = {scale.name: scale for scale in (ADMIRALTY, AIRWARS, ICD203)}
