"""How much a person may expect of a segment's English: a calibrated number by which the review is ordered."""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from i18n_news.translate.candidates import Candidate
from i18n_news.translate.coverage import Clause, missing_share

# Letters of free English to a character of the Chinese that it renders, in general news.
USUAL_LENGTH = 3.27
# Characters of usual length added to both sides, so that a few words between two forms prove nothing.
SMOOTHING = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the number is made of.

    `score` is the model's own, in nats a token, 0 where it cannot tell; `short` says how far the English is under the
    usual length, as a logarithm; `missing` is the share of the source that nothing was written for.
    """

    score: float
    short: float
    missing: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over the evidence; `bias` is its constant."""

    bias: float
    score: float
    short: float
    missing: float


# Printed by benchmarks/confidence.py --fit: half of mt/dev.jsonl (general news), whole and with a clause left out.
SCORED = Weights(bias=3.71, score=5.41, short=-2.55, missing=-3.36)
UNSCORED = Weights(bias=0.47, score=0.0, short=-2.22, missing=-3.09)


def confidence(candidate: Candidate, clauses: Sequence[Clause] = ()) -> float:
    """The probability, 0 to 1, that the sentence is as near to a human translation as a good half of this engine's.

    "As near" means chrF2++ of 45 or more against one reference; `clauses` are those nothing was written for. It is
    calibrated for the adapted Argos model on general news. Another model that scores is ordered, not calibrated; one
    that does not is judged by length and by what is missing.
    """
    return round(expected(evidence(candidate, clauses)), 4)


def expected(given: Evidence, scored: Weights = SCORED, unscored: Weights = UNSCORED) -> float:
    """The probability by the weights for what the engine can tell."""
    bias, *factors = astuple(scored if given.score else unscored)
    value = bias + sum(factor * each for factor, each in zip(factors, astuple(given), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def evidence(candidate: Candidate, clauses: Sequence[Clause] = ()) -> Evidence:
    """What is known of a candidate; its decided forms say nothing of its length."""
    segment = candidate.segment
    standing = {run.span_id for run in candidate.runs}
    decided = sum(span.end - span.start for span in segment.spans if span.id in standing)
    usual = USUAL_LENGTH * (len(segment.source) - decided + SMOOTHING)
    free = sum(len(run.text) for run in candidate.runs if not run.span_id)
    short = max(0.0, math.log(usual / (free + USUAL_LENGTH * SMOOTHING)))
    return Evidence(candidate.score, short, missing_share(candidate, clauses))
