"""The vectors of word pieces, read out of the encoder that holds them.

An ONNX file is a message of protocol buffers (graph: field 7; its tensors: field 5; of a tensor the name: field 8,
its bytes: field 9, its numbers: fields 4 and 5). Only what leads to three tensors is read, so that no package for ONNX
files is needed at run time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.errors import ModelError

GRAPH, TENSOR, DIMENSIONS, FLOATS, INTEGERS, NAME, BYTES = 7, 5, 1, 4, 5, 8, 9
NUMBER, FIXED64, SIZED, FIXED32 = 0, 1, 2, 5  # kinds of fields
WORDS = "words.weight"  # the tensors are this with the endings below
Value = int | memoryview


@dataclass(frozen=True, slots=True)
class WordTable:
    """Rows of 8-bit numbers with one scale and one zero for all."""

    numbers: NDArray[np.uint8]
    scale: np.float32
    zero: int

    def rows(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of word pieces, of the shape of ``ids`` with one more axis."""
        return (self.numbers[ids].astype(np.float32) - np.float32(self.zero)) * self.scale


def read_table(path: Path) -> WordTable:
    """Return the word table of an encoder. Raises ModelError where the file has none."""
    found = {}
    for field, graph in _fields(memoryview(path.read_bytes())):
        for inner, tensor in _fields(graph) if field == GRAPH and isinstance(graph, memoryview) else ():
            if inner == TENSOR and isinstance(tensor, memoryview):
                parts = dict(_fields(tensor))
                name = parts.get(NAME, b"")
                if isinstance(name, memoryview) and bytes(name).startswith(WORDS.encode()):
                    found[bytes(name).decode().removeprefix(WORDS)] = tensor
    try:
        numbers = np.frombuffer(_bytes(found["_quantized"]), dtype=np.uint8)
        width = [value for field, value in _fields(found["_quantized"]) if field == DIMENSIONS][-1]
        scale = np.frombuffer(_bytes(found["_scale"], FLOATS), dtype=np.float32)[0]
        return WordTable(numbers.reshape(-1, int(width)), scale, _zero(found["_zero_point"]))
    except (KeyError, IndexError, ValueError) as error:
        raise ModelError("the attribution model holds no table of word pieces; reinstall headwater") from error


def _bytes(tensor: memoryview, packed: int = BYTES) -> memoryview:
    """Return the raw numbers of a tensor, under whichever of two fields they stand."""
    parts = {field: value for field, value in _fields(tensor) if isinstance(value, memoryview)}
    return parts[BYTES] if BYTES in parts else parts[packed]


def _zero(tensor: memoryview) -> int:
    parts = dict(_fields(tensor))
    value = parts.get(BYTES, parts.get(INTEGERS, 0))
    return value if isinstance(value, int) else _varint(value, 0)[0] if INTEGERS in parts else value[0]


def _fields(message: memoryview) -> Iterator[tuple[int, Value]]:
    """Yield the number and value of each field of a message, in its order."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == NUMBER:
            value, at = _varint(message, at)
            yield tag >> 3, value
            continue
        if kind == SIZED:
            size, at = _varint(message, at)
        elif kind in (FIXED64, FIXED32):
            size = 8 if kind == FIXED64 else 4
        else:
            raise ModelError("the attribution model cannot be read; reinstall headwater")
        yield tag >> 3, message[at : at + size]
        at += size


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return a number in groups of seven bits, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at += 1
        shift += 7
        if byte < 0x80:
            return value, at
