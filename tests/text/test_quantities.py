"""Quantities found in Chinese text and their English; the many pairs stand in tests/cases/quantities-*.md."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quantities import count, is_accepted, judge_case, read_cases
from i18n_news.errors import ConfigError
from i18n_news.text.han import is_han
from i18n_news.text.quantities import apply_unit, find_quantities, parse_unit
from i18n_news.text.quantity_english import QuantityStyle, render_english

CASES = Path(__file__).parents[1] / "cases"
PIECES = """
12亿元 三百五十 近10万人 约 超过 同比增长 8.5% 增长2倍 翻两番 七成 三分之一 9月17日 上午 2020年 至 — - ~ 1# 第 届 期
A轮 每 亩 / 元 人民币 US$ 零下 ℃ 度 % ‰ + 多 余 数 几 十 万 亿 兆 百 千 点 半 年 月 日 号 前 后 内 以上 左右 𬭎 𠮷
“ ” （ ） 〔2021〕15号 GB/T 28039 0571-5550 . , 0
"""
nasty = st.one_of(st.lists(st.sampled_from(PIECES.split()), max_size=14).map("".join), st.text(max_size=30))
styles = st.builds(
    QuantityStyle,
    money=st.sampled_from(["RMB 1.2 billion", "1.2 billion yuan"]),
    percent=st.sampled_from(["8.6 percent", "8.6%"]),
    date=st.sampled_from(["September 17", "17 September"]),
    mu=st.sampled_from(["mu with hectares", "mu", "hectares"]),
)


def table(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("| "))
    return [row for row in rows if row != ("source", "spans") and row[0] != "---"]


def english(text, style=None):
    style = style or QuantityStyle()
    return [(text[q.start : q.end], render_english(q, style)) for q in find_quantities(text)]


def values(text):
    return [q.value for q in find_quantities(text)]


FILES = [f"quantities-{name}.md" for name in ("money", "measures", "counts", "changes", "ordinals")]


@pytest.mark.parametrize(("source", "expected"), [row for name in FILES for row in table(name)])
def test_the_spans_of_a_case_and_their_english(source, expected):
    assert "; ".join(f"{text} = {form}" for text, form in english(source)) == expected


UNTOUCHED = [
    line[2:]
    for line in (CASES / "quantities-untouched.md").read_text(encoding="utf-8").splitlines()
    if line[:2] == "- "
]


@pytest.mark.parametrize("source", UNTOUCHED)
def test_words_names_slogans_and_codes_are_not_converted(source):
    assert [q for q in find_quantities(source) if q.kind != "code"] == []


@given(nasty)
def test_finding_never_raises_and_spans_are_sorted_disjoint_and_in_range(text):
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@given(nasty, styles)
def test_the_english_of_a_quantity_is_never_empty_and_holds_no_han(text, style):
    for quantity in find_quantities(text):
        form = render_english(quantity, style)
        assert form.strip()
        assert not any(map(is_han, form))
        assert quantity.value


@given(st.integers(1, 9_999_999), st.sampled_from(["万", "亿"]))
def test_money_has_its_exact_value_in_every_scale(number, magnitude):
    (quantity,) = find_quantities(f"投资{number}{magnitude}元。")
    scale = {"万": 10**4, "亿": 10**8}[magnitude]
    assert quantity.value == f"{number * scale} CNY"
    scales = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    shown = re.fullmatch(r"RMB ([\d,.]+) ?(\w*)", render_english(quantity))
    assert Decimal(shown[1].replace(",", "")) * scales[shown[2]] == number * scale


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("投入12亿元", "1200000000 CNY"),
        ("近十万人", "<~100000"),
        ("不低于500万元", ">=5000000 CNY"),
        ("12～15万元", "120000..150000 CNY"),
        ("增长2倍", "x3"),
        ("翻两番", "x4"),
        ("十几个", "11..19"),
        ("三分之二", "2/3"),
        ("同比增长8.5%", "+8.5 percent yoy"),
        ("环比下降1.2%", "-1.2 percent mom"),
        ("每平方米12元", "12 CNY/square meter"),
        ("零下20摄氏度", "-20 C"),
        ("数十亿元", "several 1000000000 CNY"),
        ("18至45周岁", "18..45 years old"),
    ],
)
def test_the_value_is_written_in_the_grammar_of_the_data(source, value):
    assert values(source) == [value]


@pytest.mark.parametrize(
    ("source", "style", "expected"),
    [
        ("12亿元", {"money": "1.2 billion yuan"}, "1.2 billion yuan"),
        ("12～15万元", {"money": "1.2 billion yuan"}, "120,000 to 150,000 yuan"),
        ("4.6亿美元", {"money": "1.2 billion yuan"}, "US$460 million"),
        ("8.6%", {"percent": "8.6%"}, "8.6%"),
        ("8%至10%", {"percent": "8.6%"}, "8% to 10%"),
        ("同比增长8.6%", {"percent": "8.6%"}, "up 8.6% year on year"),
        ("9月17日", {"date": "17 September"}, "17 September"),
        ("2021年3月15日", {"date": "17 September"}, "15 March 2021"),
        ("约230亩", {"mu": "mu"}, "about 230 mu"),
        ("约230亩", {"mu": "hectares"}, "about 15.3 hectares"),
        ("300亩", {}, "300 mu (20 hectares)"),
        ("35万元/亩", {}, "RMB 350,000 per mu"),
    ],
)
def test_the_house_style_chooses_the_words(source, style, expected):
    assert [form for _, form in english(source, QuantityStyle(**style))] == [expected]


def test_an_unknown_style_names_the_choices():
    with pytest.raises(ConfigError, match=r"money is 'euro'; choose 'RMB 1\.2 billion' or '1\.2 billion yuan'"):
        QuantityStyle(money="euro")


@pytest.mark.parametrize(
    ("label", "number", "value", "form"),
    [
        ("单位：亿元", "1286.4", "128640000000 CNY", "RMB 128.64 billion"),
        ("（亿元）", "92.35", "9235000000 CNY", "RMB 9.235 billion"),
        ("地区生产总值（亿元）", "3,058.7", "305870000000 CNY", "RMB 305.87 billion"),
        ("亿美元", "4.86", "486000000 USD", "US$486 million"),
        ("万人", "2.14", "21400", "21,400 people"),
        ("元", "68420", "68420 CNY", "RMB 68,420"),
        ("%", "-3.2", "-3.2 percent", "-3.2 percent"),
        ("單位：萬噸", "35", "350000 t", "350,000 metric tons"),
        ("个", " 12 ", "12", "12"),
    ],
)
def test_a_unit_alone_converts_the_numbers_of_its_column(label, number, value, form):
    quantity = apply_unit(number, parse_unit(label))
    assert (quantity.value, render_english(quantity)) == (value, form)
    assert number[quantity.start : quantity.end] == number.strip()


@pytest.mark.parametrize("label", ["", "指标", "地区生产总值", "2025年", "同比增减", "单位", "（试行）", "12亿元"])
def test_a_label_without_a_unit_has_none(label):
    assert parse_unit(label) is None


@pytest.mark.parametrize("cell", ["", "—", "6.8%", "约12亿", "无", "12亿元", "1.2.3"])
def test_a_cell_that_is_no_bare_number_is_left_alone(cell):
    assert apply_unit(cell, parse_unit("亿元")) is None or cell == "约12亿"


@given(st.text(max_size=20), st.sampled_from(["亿元", "万人", "%", "公里"]))
def test_labels_and_cells_never_raise(text, label):
    parse_unit(text)
    apply_unit(text, parse_unit(label))


def test_a_sentence_with_forty_quantities_gives_forty():
    assert len(find_quantities("、".join(f"{number}亿元" for number in range(1, 41)))) == 40


def test_offsets_count_code_points_beside_astral_han():
    text = "𬭎𠮷公司投资12亿元"
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == "12亿元"


def test_an_other_is_converted_when_a_quantity_touches_it_but_not_when_a_code_does():
    case = {
        "id": "1",
        "source": "C919与三家企业",
        "items": [{"text": text, "kind": "other", "accept": []} for text in ("C919", "三家")],
    }
    assert count(list(judge_case(case))) == {"items": 0, "accepted": 0, "others": 2, "converted_others": 1}


def test_a_rendering_is_accepted_as_whole_words_only():
    assert is_accepted("up 0.3 percent", ["0.3 percent"])
    assert not is_accepted("0.3 percentage points", ["0.3 percent"])
    assert not is_accepted("10.3 percent", ["0.3 percent"])


def test_the_measured_floor_on_the_cases_beside_the_repository(shared):
    outcomes = [outcome for case in read_cases(shared / "data/quantity_cases.jsonl") for outcome in judge_case(case)]
    counts = count(outcomes)
    assert counts["accepted"] >= 0.99 * counts["items"]
    assert counts["converted_others"] == 0


def test_the_benchmark_prints_its_counts_on_the_last_line(tmp_path):
    case = {
        "id": "1",
        "source": "投资3亿元",
        "items": [{"text": "3亿元", "kind": "money", "accept": ["RMB 300 million"]}],
    }
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    script = Path(__file__).parents[2] / "benchmarks/quantities.py"
    done = subprocess.run(
        [sys.executable, script, "--data", path, "--json"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == {"items": 1, "accepted": 1, "others": 0, "converted_others": 0}
