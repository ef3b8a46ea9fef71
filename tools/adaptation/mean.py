# /// script
# requires-python = ">=3.11"
# dependencies = ["i18n-news", "numpy"]
# [tool.uv.sources]
# i18n-news = { path = "../..", editable = true }
# ///
"""The weighted mean of adaptations: uv run tools/adaptation/mean.py OLD.npz 0.3 NEW.npz 0.7 --out FILE.npz.

What two states of one learning have in common counts, what only one of them has fades. The matrices are brought back to
the rank of the last one, and the kind of text is the last one's.
"""

import argparse
from pathlib import Path

import numpy

from i18n_news.translate.adaptation import BASE, ELSEWHERE, IN, ODDS, OUT, PAIRS

UNMIXED = (BASE, PAIRS, ODDS, ELSEWHERE)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("states", nargs="+", metavar="NPZ WEIGHT", help="adaptations, each with its weight")
    parser.add_argument("--out", type=Path, required=True, help="the adaptation to write")
    given = parser.parse_args()
    if len(given.states) % 2:
        parser.error("give each file its weight, as in: old.npz 0.3 new.npz 0.7")
    states = [dict(numpy.load(path)) for path in given.states[::2]]
    if len({str(state[BASE]) for state in states}) > 1:
        parser.error("the files were made for different models")
    numpy.savez_compressed(given.out, **mean(states, [float(weight) for weight in given.states[1::2]]))


def mean(states, weights):
    last = states[-1]
    found = {key: last[key] for key in UNMIXED if key in last}
    for key in last.keys() - found.keys():
        if key.endswith(OUT):
            layer = key.removesuffix(OUT)
            outer = numpy.concatenate([w * state[key] for state, w in zip(states, weights, strict=True)], axis=1)
            inner = numpy.concatenate([state[layer + IN] for state in states])
            found[key], found[layer + IN] = thinner(outer, inner, last[key].shape[1])
        elif not key.endswith(IN):
            found[key] = sum(weight * state[key] for state, weight in zip(states, weights, strict=True))
    return {key: value.astype(numpy.float16) if value.ndim and key != PAIRS else value for key, value in found.items()}


def thinner(outer, inner, rank):
    """The two matrices of this rank whose product comes nearest to that of the given ones."""
    (left, first), (right, second) = (numpy.linalg.qr(each.astype(numpy.float32)) for each in (outer, inner.T))
    u, singular, v = numpy.linalg.svd(first @ second.T)
    root = numpy.sqrt(singular[:rank])
    return left @ u[:, :rank] * root, root[:, None] * v[:rank] @ right.T


if __name__ == "__main__":
    main()
