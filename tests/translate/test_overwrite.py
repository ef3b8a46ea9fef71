"""Forms over the engine's own words: only where taking the term away makes just these words unlikely."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_news.model import Locale, Run, Segment, Span, SpanKind, joined
from i18n_news.translate.engine import Scored
from i18n_news.translate.overwrite import WORD, overwrite, questions
from tests.strategies import nasty_text


def span_of(form, kind=SpanKind.TERM, number=1):
    return Span(number - 1, number, kind, {Locale.EN: form}, id=f"p1.s1.n{number}")


def answers(text, *losses):
    """To the question with the whole source, and to one for each mapping of words to what they lose."""
    pieces = tuple(match.span() for match in WORD.finditer(text))
    rows = [tuple(-0.1 - loss.get(text[start:end], 0.0) for start, end in pieces) for loss in ({}, *losses)]
    return [Scored(-0.1, pieces, logs) for logs in rows]


def written(text, form, losses, kind=SpanKind.TERM):
    runs, lost = overwrite((Run(text),), [span_of(form, kind)], answers(text, losses))
    return "".join(f"[{run.text}]" if run.span_id else run.text for run in runs), len(lost)


@pytest.mark.parametrize(
    ("text", "form", "losses", "expected"),
    [
        ("We improved chains.", "industrial chain", {"chains": 6}, "We improved [industrial chain]s."),
        ("We offer incentives here.", "enthusiasm", {"incentives": 6}, "We offer [enthusiasm] here."),
        ("We built plants here.", "factory building", {"plants": 6}, "We built [factory building]s here."),
        ("We built a chain of trade.", "industrial chain", {"chain": 6}, "We built a [industrial chain] of trade."),
        (
            "the business climate here",
            "business environment",
            {"business": 3, "climate": 5},
            "the [business environment] here",
        ),
        ("the state of health here", "health", {"state": 4, "health": 4}, "the [health] here"),
        ("to the park of it", "zone", {"to": 2, "the": 2, "park": 6, "of": 2}, "to the [zone] of it"),
        ("Chains grow.", "industrial chain", {"Chains": 6}, "[Industrial chain]s grow."),
        ("two branches met", "party branch", {"branches": 6}, "two [party branch]es met"),
        ("two firms met", "enterprises", {"firms": 6}, "two [enterprises] met"),
        ("two firms met", "company", {"firms": 6}, "two [company] met"),
        ("two heads met", "spokesman", {"heads": 6}, "two [spokesman] met"),
        ("two poles met", "pole of growth", {"poles": 6}, "two [pole of growth] met"),
        ("the glass broke", "cup", {"glass": 6}, "the [cup] broke"),
        ("the firm's yard", "company", {"firm's": 6}, "the [company] yard"),
    ],
)
def test_a_form_stands_over_the_words_that_render_it(text, form, losses, expected):
    assert written(text, form, losses) == (expected, 0)


@pytest.mark.parametrize(
    ("text", "losses"),
    [
        ("We improved chains.", {}),
        ("We improved chains.", {"chains": 1.5}),
        ("We came, saw, won.", {"We": 5, "saw": 5, "won": 5}),
        ("We were of the in.", {"of": 6, "the": 6}),
        ("We made 47 of it.", {"47": 9}),
        ("", {}),
    ],
    ids=["nothing", "too little", "everywhere", "small words", "a figure", "no text"],
)
def test_nothing_is_overwritten_where_the_evidence_is_weak(text, losses):
    assert written(text, "industrial chain", losses) == (text, 1)


def test_what_is_replaced_is_hardly_longer_than_the_form():
    losses = {"Northern": 6, "industries": 4, "grew": 3, "quickly": 3}
    assert written("Northern industries grew quickly", "Northeast", losses) == ("[Northeast] grew quickly", 0)


def test_a_figure_is_never_put_over_words():
    assert written("some 20 firms", "about 20", {"some": 9}, SpanKind.QUANTITY) == ("some 20 firms", 1)


def test_another_form_is_never_overwritten():
    runs = (Run("The "), Run("chain", "p1.s1.n2"), Run(" grew."))
    assert overwrite(runs, [span_of("zone")], answers("The chain grew.", {"chain": 9})) == (runs, (span_of("zone"),))


def test_of_two_forms_for_the_same_words_the_surer_wins():
    spans = [span_of("zone"), span_of("park", number=2)]
    runs, lost = overwrite((Run("The area grew."),), spans, answers("The area grew.", {"area": 5}, {"area": 8}))
    assert ([run.span_id for run in runs if run.span_id], lost) == (["p1.s1.n2"], (spans[0],))


def test_an_engine_that_cannot_tell_overwrites_nothing():
    assert overwrite((Run("The area grew."),), [span_of("zone")], [Scored(), Scored()]) == (
        (Run("The area grew."),),
        (span_of("zone"),),
    )


def test_the_questions_are_the_source_and_the_source_without_each_span():
    spans = [Span(1, 3, SpanKind.TERM, {Locale.EN: "a"}), Span(4, 5, SpanKind.TERM, {Locale.EN: "b"})]
    segment = Segment("p1.s1", "在甲甲和乙。").with_spans(spans)
    assert questions(segment, "text", segment.spans) == [
        ("在甲甲和乙。", "text"),
        ("在和乙。", "text"),
        ("在甲甲和。", "text"),
    ]


@given(st.lists(st.tuples(nasty_text, st.booleans()), max_size=6), st.data())
@settings(max_examples=60)
def test_other_runs_keep_their_text_and_every_span_is_placed_or_lost(pieces, data):
    runs = joined(
        [Run(text, f"p1.s1.n{n}" if is_form and text else "") for n, (text, is_form) in enumerate(pieces, 10)]
    )
    text = "".join(run.text for run in runs)
    count = len(list(WORD.finditer(text)))
    logs = st.lists(st.floats(-12, 0), min_size=count, max_size=count).map(tuple)
    bounds = tuple(match.span() for match in WORD.finditer(text))
    spans = [span_of("zone"), span_of("park", number=2)]
    given_answers = [Scored(-1.0, bounds, data.draw(logs)) for _ in range(3)]
    after, lost = overwrite(runs, spans, given_answers)
    old = [run for run in runs if run.span_id]
    assert [run for run in after if run.span_id and run not in old] == [
        run for run in after if run.span_id in {"p1.s1.n1", "p1.s1.n2"}
    ]
    assert [run for run in after if run in old] == old
    assert {run.span_id for run in after} - {run.span_id for run in runs} - {""} == {
        s.id for s in spans if s not in lost
    }
