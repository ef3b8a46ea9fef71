import pytest
from hypothesis import given

from i18n_news.model import Locale, Run, Span, SpanKind
from i18n_news.translate.figures import plain_digits
from i18n_news.translate.locate import locate
from tests.strategies import nasty_text


def located(text, form, value=""):
    span = Span(0, 1, SpanKind.QUANTITY, {Locale.EN: form}, value=value, id="p1.s1.n1")
    runs, lost = locate((Run(text),), [span])
    return "".join(run.text for run in runs) if not lost else None


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("invested $1.2 billion.", "RMB 1.2 billion", "invested RMB 1.2 billion."),
        ("a $1.2 billion plan", "RMB 1.2 billion", "an RMB 1.2 billion plan"),
        ("invested 1.2 billion yuan in it", "RMB 1.2 billion", "invested RMB 1.2 billion in it"),
        ("invested RMB 800 million yuan", "RMB 800 million", "invested RMB 800 million"),
        ("some 96,000 workers", "about 96,000 people", "about 96,000 workers"),
        ("over 96,000 persons came", "more than 96,000 people", "more than 96,000 people came"),
        ("exceeded 96,000", "more than 96,000 people", "exceeded 96,000"),
        ("with 5120 firms", "5,120", "with 5,120 firms"),
        ("with 5 120 firms", "5,120", "with 5,120 firms"),
        ("an area of 120 000 square metres", "120,000 square meters", "an area of 120,000 square meters"),
        ("up to 96.5 per cent of all", "96.5 percent", "up to 96.5 percent of all"),
        ("96.5% of all", "96.5 percent", "96.5 percent of all"),
        ("for 2 years", "two years", "for two years"),
        ("on 16 September, the", "September 16", "on September 16, the"),
        ("on the 16th of September", "September 16", "on September 16"),
        ("on 3 May 2026.", "May 3, 2026", "on May 3, 2026."),
        ("on the morning of 16 September", "the morning of September 16", "on the morning of September 16"),
        ("prior to 16 September,", "before September 16", "before September 16,"),
        ("by the end of the year", "before the end of this year", "before the end of this year"),
        ("over the previous year", "the past year", "over the past year"),
        ("won first in the race", "for the first time", "won first in the race"),
        ("won the first time", "for the first time", "won the first time"),
    ],
)
def test_a_figure_in_other_words_becomes_the_decided_form(text, form, expected):
    assert located(text, form) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("invested $1.2 million", "RMB 1.2 billion"),
        ("invested $12 billion", "RMB 1.2 billion"),
        ("invested 1.25 billion yuan", "RMB 1.25 million"),
        ("with 51,200 firms", "5,120"),
        ("with 5,120 million", "5,120"),
        ("with 5,120.5 tons", "5,120"),
        ("96.5 percentage points", "96.5 percent"),
        ("96 percent", "6 percent"),
        ("on 16 September 2025", "September 16"),
        ("on 6 September", "September 16"),
        ("by the end of next year", "the end of this year"),
        ("the second half of the year", "the first half of the year"),
        ("in the first quarter", "for the first time"),
        ("before the end of May", "the end of June"),
        ("the two-year plan", "twelve"),
        ("-20 degrees", "20"),
    ],
)
def test_another_figure_is_left_alone(text, form):
    assert located(text, form) is None


def test_a_yuan_amount_is_not_taken_by_a_dollar_span_that_the_engine_lost():
    spans = [
        Span(0, 1, SpanKind.QUANTITY, {Locale.EN: "US$60 million"}, value="60000000 USD", id="n1"),
        Span(2, 3, SpanKind.QUANTITY, {Locale.EN: "RMB 60 million"}, value="60000000 CNY", id="n2"),
    ]
    runs, lost = locate((Run("It costs 60 million yuan."),), spans)
    assert ([run.span_id for run in runs if run.span_id], [span.id for span in lost]) == (["n2"], ["n1"])


def test_a_dollar_amount_serves_the_dollar_span_and_not_the_yuan_span():
    spans = [
        Span(0, 1, SpanKind.QUANTITY, {Locale.EN: "RMB 60 million"}, value="60000000 CNY", id="n1"),
        Span(2, 3, SpanKind.QUANTITY, {Locale.EN: "US$60 million"}, value="60000000 USD", id="n2"),
    ]
    runs, lost = locate((Run("It costs $60 million."),), spans)
    assert ([run.span_id for run in runs if run.span_id], [span.id for span in lost]) == (["n2"], ["n1"])


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("9.6万人", "96,000人"),
        ("约12万平方米", "约120,000平方米"),
        ("3.45万亿", "34,500亿"),
        ("120人", "120人"),
        ("三万人", "三万人"),
    ],
)
def test_ten_thousands_are_written_out(source, plain):
    assert plain_digits(source) == plain


@given(nasty_text, nasty_text)
def test_locating_never_raises_and_never_changes_other_words(text, form):
    span = Span(0, 1, SpanKind.QUANTITY, {Locale.EN: form if form.strip() else "12"}, id="n1")
    runs, lost = locate((Run(text),) if text else (), [span])
    if lost:
        assert "".join(run.text for run in runs) == text
