"""The weights file of a CTranslate2 model: the `model.bin` that its converters write, in their format 6."""

import struct
from collections.abc import Mapping
from math import prod
from typing import Any

from i18n_news.errors import EngineError

FORMAT = 6
# The types of numbers by CTranslate2's own count of them; what it added later (bfloat16) NumPy does not have.
TYPES = ("<f4", "<i1", "<i2", "<i4", "<f2")


def read_weights(content: bytes | bytearray) -> Mapping[str, Any]:
    """Every variable by its name: a NumPy array that is a view of the content, so a bytearray is changed through it.

    EngineError for another format and for a file that was cut off.
    """
    try:
        return _read(content)
    except (struct.error, IndexError, UnicodeDecodeError, ValueError) as error:
        raise EngineError(f"the model's weights are damaged ({error}); install the model again") from error


def _read(content: bytes | bytearray) -> Mapping[str, Any]:
    import numpy

    (version,) = struct.unpack_from("<I", content, 0)
    if version != FORMAT:
        raise EngineError(f"the model's weights have format {version}, known is {FORMAT}; set engine.adaptation to ''")
    _, place = _text(content, 4)
    place += 4  # the revision of the specification
    (count,) = struct.unpack_from("<I", content, place)
    place += 4
    variables: dict[str, Any] = {}
    for _ in range(count):
        name, place = _text(content, place)
        rank = content[place]
        shape = struct.unpack_from(f"<{rank}I", content, place + 1)
        kind, size = struct.unpack_from("<BI", content, place + 1 + 4 * rank)
        place += 6 + 4 * rank
        values = numpy.frombuffer(content, TYPES[kind], prod(shape), place)
        if values.nbytes != size:
            raise ValueError(f"{name} has {size} bytes")
        variables[name] = values.reshape(shape)
        place += size
    return variables


def _text(content: bytes | bytearray, place: int) -> tuple[str, int]:
    """A name and where it ends: its length in two bytes, then its bytes with a zero behind them."""
    (length,) = struct.unpack_from("<H", content, place)
    start, end = place + 2, place + 2 + length
    return content[start : end - 1].decode(), end
