"""The name tagger: places and bodies whole, the same result in every batch, nothing raised by any text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n_news.errors import EngineError
from i18n_news.names.tagger import BATCH_WORDS, Tagger

SENTENCES = [
    "市长单怀瑾在南京会见了来宾。",
    "徐州仁慈医院院长陈志远介绍情况。",
    "",
    "雨",
    "新能源汽车产业园昨天开工，" * 12,
    "Ａ1公司abc与𬭎、㐀 \t\n",
]


def kinds(tagger, text):
    return [(text[e.start : e.end], e.kind) for e in tagger.entities([text])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("陈志远在南京工作。", [("陈志远", "person"), ("南京", "place")]),
        ("她在徐州仁慈医院上班。", [("徐州仁慈医院", "organization")]),
        ("今天下雨。", []),
        ("学习毛泽东思想", [("毛泽东", "person")]),
    ],
)
def test_names_are_found_whole_with_their_kind(tagger, text, expected):
    assert kinds(tagger, text) == expected


def test_a_sentence_alone_and_in_a_batch_gives_the_same(tagger):
    alone = [tagger.entities([sentence])[0] for sentence in SENTENCES]
    assert tagger.entities(SENTENCES) == alone
    assert tagger.entities(SENTENCES[::-1]) == alone[::-1]


def test_scores_are_probabilities_that_do_not_hang_on_the_batch(tagger):
    alone = [entity.score for sentence in SENTENCES for entity in tagger.entities([sentence])[0]]
    together = [entity.score for found in tagger.entities(SENTENCES) for entity in found]
    assert together == pytest.approx(alone, abs=1e-3)
    assert all(0 < score <= 1 for score in together)


def test_more_words_than_a_batch_holds(tagger):
    long = "陈志远说，" * BATCH_WORDS
    (found,) = tagger.entities([long])
    assert len(found) == BATCH_WORDS


def test_nothing_is_found_in_nothing(tagger):
    assert tagger.entities([]) == [] and tagger.entities(["", ""]) == [(), ()]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sentences=st.lists(st.text(max_size=20) | st.text(alphabet="单秉谦主任𬭎 约翰·1aＡ\u3000", max_size=20), max_size=5)
)
def test_entities_are_sorted_disjoint_and_inside_any_text(tagger, sentences):
    for sentence, entities in zip(sentences, tagger.entities(sentences), strict=True):
        edges = [edge for entity in entities for edge in (entity.start, entity.end)]
        assert edges == sorted(edges) and all(0 <= e.start < e.end <= len(sentence) for e in entities)


def test_a_folder_without_the_weights_says_what_to_run(tmp_path):
    with pytest.raises(EngineError, match="models install lac"):
        Tagger(tmp_path)
