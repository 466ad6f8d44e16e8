"""Turns trained weights into what the project ships: int8 ONNX and the tokenizer.

python training/export.py build/model provenance/spans/weights

Needs onnx and onnxruntime besides what training needs. Weights of the matrices and the embeddings become 8-bit
integers, a scale a channel; activations are quantised as they come (dynamic quantisation).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import torch
from model import WIDTH, SpanModel, encoder_folder
from onnxruntime.quantization import QuantType, quantize_dynamic

from provenance.spans.decode import FARTHEST


class Encoder(torch.nn.Module):
    """The model without its linker, for one window without padding."""

    def __init__(self, model: SpanModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Returns the cue scores and both views of each token."""
        return self.model(ids, torch.ones_like(ids))


def export(trained: Path, out: Path) -> None:
    """Writes ``encoder.onnx``, ``linker.onnx`` and ``tokenizer.json`` to a folder."""
    model = SpanModel(encoder_folder())
    model.load_state_dict(torch.load(trained / "model.pt", weights_only=True))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            Encoder(model),
            (torch.randint(1000, 2000, (1, 128)),),
            whole,
            input_names=["ids"],
            output_names=["cues", "tokens", "heads"],
            dynamic_axes={"ids": {1: "length"}, **{name: {1: "length"} for name in ("cues", "tokens", "heads")}},
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            out / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    torch.onnx.export(
        model.linker,
        (torch.randn(128, WIDTH), torch.randn(5, WIDTH), torch.randint(0, 2 * FARTHEST, (5, 128))),
        out / "linker.onnx",
        input_names=["tokens", "cues", "distances"],
        output_names=["parts"],
        dynamic_axes={"tokens": {0: "length"}, "cues": {0: "found"}, "distances": {0: "found", 1: "length"}},
        dynamo=False,
    )
    shutil.copy(encoder_folder() / "tokenizer.json", out / "tokenizer.json")
    for file in sorted(out.glob("*.*")):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
