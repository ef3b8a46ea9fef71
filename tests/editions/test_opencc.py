import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.editions.opencc import converter
from i18n_news.errors import EngineError, GlossaryError
from i18n_news.model import Locale
from tests.strategies import nasty_text

TAIWAN = {
    "信息": "資訊",
    "信息化": "資訊化",
    "移动互联网": "行動網際網路",
    "产业园": "產業園區",
    "万亿": "兆",
    "光伏": "太陽能光電",
    "台湾": "台灣",
    "机制造": "機製造",
}
HARD = st.lists(
    st.sampled_from(
        [*TAIWAN, "区", "太阳能", "制造", "起重", "头发", "展", "\U00100000", "\U00100003", "\0", "\ud800", "𬭎"]
    )
).map("".join)
texts = st.one_of(HARD, nasty_text)


@pytest.fixture(scope="module")
def taiwan():
    return converter(Locale.ZH_HANT_TW, TAIWAN)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("履带起重机制造企业", "履帶起重機製造企業"),
        ("优化营商环境，支持调度", "優化營商環境，支持調度"),
        ("信息化与信息", "資訊化與資訊"),
        ("台湾来客登台", "台灣來客登臺"),
        ("信息信息信息化", "資訊資訊資訊化"),
        ("产业园区与产业园", "產業園區與產業園區"),
        ("太阳能光伏", "太陽能光電"),
        ("Nothing Chinese, 12.5%", "Nothing Chinese, 12.5%"),
    ],
)
def test_taiwan_text_is_spelled_by_s2tw_with_our_words(taiwan, source, expected):
    assert taiwan.convert(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"), [("\U00100000信息", "\U00100000資訊"), ("信\0息信息\ud800", "信\0息資訊\ud800")]
)
def test_characters_that_the_binding_cannot_carry_stay(taiwan, source, expected):
    assert taiwan.convert(source) == expected


def test_names_keep_their_words_and_get_the_boundary_guards(taiwan):
    assert taiwan.spell("起重机制造信息公司") == "起重機製造信息公司"


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        (Locale.ZH_HANS, Locale.ZH_HANT_HK, "群众里面", "羣眾裏面"),
        (Locale.ZH_HANT_TW, Locale.ZH_HANS, "臺灣的起重機製造", "台湾的起重机制造"),
        (Locale.ZH_HANT_HK, Locale.ZH_HANS, "羣眾裏面", "群众里面"),
    ],
)
def test_each_direction_has_its_own_spelling(source, target, text, expected):
    assert converter(target, {}, source).convert(text) == expected


def test_english_is_no_script_of_chinese():
    with pytest.raises(EngineError, match="zh-Hans to en"):
        converter(Locale.EN, {})


@pytest.mark.parametrize(
    ("word", "form"), [("", "x"), ("信息", ""), ("信息", " "), ("信\t息", "資訊"), ("信息", "\U00100000")]
)
def test_an_override_that_cannot_work_is_refused(word, form):
    with pytest.raises(GlossaryError, match="overrides for zh-Hant-TW: "):
        converter(Locale.ZH_HANT_TW, {word: form})


@pytest.fixture(scope="module")
def stock():
    import opencc

    return opencc.OpenCC("s2tw", include_tofu_risk_dictionaries=False)


@given(texts)
def test_without_overrides_ours_is_the_stock_conversion(stock, text):
    clean = "".join(char for char in text if char != "\0" and not 0xD800 <= ord(char) <= 0xDFFF)
    assert converter(Locale.ZH_HANT_TW, {}).convert(clean) == stock.convert(clean)


@pytest.fixture(scope="module")
def inline(tmp_path_factory):
    """The binding with the forms themselves in its dictionaries, where no later step of its chain touches them."""
    import opencc

    words = {word: form for word, form in TAIWAN.items() if word not in ("产业园", "光伏", "台湾")}
    share = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    text = (share / "s2tw.json").read_text(encoding="utf-8")
    config = json.loads(re.sub(r'"file": "([^"]+)"', lambda file: f'"file": {json.dumps(str(share / file[1]))}', text))
    for holder in (config["segmentation"], config["conversion_chain"][0]):
        dicts = [{"type": "inline", "entries": words}, holder["dict"]]
        holder["dict"] = {"type": "group", "match_policy": "short_circuit", "dicts": dicts}
    path = tmp_path_factory.mktemp("opencc") / "inline.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    return converter(Locale.ZH_HANT_TW, words), opencc.OpenCC(str(path), include_tofu_risk_dictionaries=False)


@given(texts)
def test_marks_give_what_the_binding_writes_with_the_forms_themselves(inline, text):
    ours, binding = inline
    clean = "".join(char for char in text if char != "\0" and not 0xD800 <= ord(char) <= 0xDFFF)
    assert ours.convert(clean) == binding.convert(clean)


@given(texts)
def test_a_swap_stands_for_a_whole_override(taiwan, text):
    for swap in taiwan.trace(text).swaps:
        assert swap.text in TAIWAN[text[swap.start : swap.end]]


@given(st.lists(texts, max_size=4))
def test_pieces_cut_at_punctuation_convert_as_the_whole(taiwan, pieces):
    assert "。".join(map(taiwan.convert, pieces)) == taiwan.convert("。".join(pieces))
