"""Which pairs of characters tell zone news from general text, for an adaptation that serves the first."""

import math
from collections import Counter

import numpy
from pairs import masked, plain

from i18n_news.text.kind import pairs as pairs_of
from i18n_news.translate.adaptation import ODDS, PAIRS

# A pair counts that so many sentences have and that speaks so clearly for one kind or the other.
FEWEST, CLEAREST = 5, 1.0
# Added to each count, so that a pair which one kind never has is no proof.
SMOOTHING = 0.5


def odds(corpus):
    """The arrays of an adaptation file that tell the kind of a text: see i18n_news/text/kind.py."""
    counts, sentences = {True: Counter(), False: Counter()}, Counter()
    for pair in corpus:
        # Masked as well: a text is of its kind whoever stands in it.
        for text in (plain(pair.source), masked(pair.source)):
            sentences[pair.is_general] += 1
            counts[pair.is_general].update(pairs_of(text))
    found = {}
    for each in sorted(counts[True].keys() | counts[False].keys()):
        rates = [(counts[kind][each] + SMOOTHING) / (sentences[kind] + 2 * SMOOTHING) for kind in (False, True)]
        weight = math.log(rates[0] / rates[1])
        if counts[True][each] + counts[False][each] >= FEWEST and abs(weight) >= CLEAREST:
            found[each] = weight
    return {PAIRS: numpy.array(list(found)), ODDS: numpy.array(list(found.values()), numpy.float16)}
