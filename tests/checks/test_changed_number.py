"""Figures of the source stand in the English with their value, currency and unit, however they are said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.model import Locale, Severity
from i18n_news.text.english_quantities import figures, wrong_figures
from i18n_news.text.figure_values import described, wants
from i18n_news.text.quantities import find_quantities
from tests.checks.releases import dated, found, release, span
from tests.strategies import nasty_text

EN = Locale.EN

RIGHT = [
    ("1200000000 CNY", "worth RMB 1.2 billion"),
    ("1200000000 CNY", "a 1.2-billion-yuan project"),
    ("1200000000 CNY", "1,200 million yuan ($165 million)"),
    ("35000000000 CNY", "CNY35bn of output"),
    ("460000000 USD", "$460 million"),
    ("2500000000 HKD", "HK$2.5 billion"),
    ("300000000 TWD", "300 million New Taiwan dollars"),
    ("18000000 EUR", "18 million euros"),
    ("120000..150000 CNY", "RMB 120,000 to 150,000"),
    ("120000..150000 CNY", "between 120 and 150 thousand yuan"),
    ("several 1000000000 CNY", "billions of yuan"),
    ("12 CNY/square meter", "12 yuan per square meter"),
    ("8.5 percent", "up 8.5%"),
    ("70 percent", "seven in ten people"),
    ("50 percent", "half of them"),
    ("6.7..6.9 percent", "between 6.7 and 6.9 percent"),
    ("0.3 percentage points", "0.3 of a percentage point"),
    ("0.3 percentage points", "30 basis points"),
    ("120000 m2", "120,000 sq m"),
    ("86 km2", "86 square kilometers"),
    ("230 mu", "230 mu (15.3 hectares)"),
    ("230 mu", "about 15.3 hectares"),
    ("360000000 kWh", "360 gigawatt-hours"),
    ("300000", "300 thousand people"),
    (">20", "more than twenty"),
    ("500000", "half a million visitors"),
    ("12", "a dozen firms"),
    ("2", "both sides"),
    ("several 100", "hundreds of workers"),
    ("several 10 years", "for decades"),
    ("11..19 years", "more than a decade"),
    ("10 years", "in the last decade"),
    ("18 months", "a year and a half, or 18 months"),
    ("2/3", "two-thirds of the firms"),
    ("1/5", "a fifth of them"),
    ("x2", "has doubled"),
    ("x3", "grew by 200 percent"),
    ("14th", "the fourteenth session"),
    ("2nd", "World War II"),
    ("phase 2", "Phase II of the works"),
    ("phase 1", "the first phase"),
    ("no. 1", "at No. 1 plant"),
    ("1st", "a new one"),
    ("--09-17", "on 17 September"),
    ("--09-17 morning", "on the morning of Sept. 17th"),
    ("2021-03-15", "March 15, 2021"),
    ("2021-03-15", "dated 2021-03-15"),
    ("2018-11-05..10", "November 5-10, 2018"),
    ("2016..2020", "the 2016-20 plan"),
    ("1990s", "in the nineties"),
    ("H1", "in the first half of the year"),
    ("Q1", "first-quarter output"),
    ("Q1", "in the first three months"),
    ("this year 01..09", "in the first nine months"),
    ("this year 01..09", "from January to September"),
    ("--01..09", "from January to September"),
    ("--01..09", "in the first nine months"),
    ("15:30", "at 3:30 p.m."),
    ("24 h", "around the clock"),
    ("-20 C", "minus 20 degrees Celsius"),
    ("", "nothing at all"),
    ("series A", "a Series A round"),
]
WRONG = [
    ("1200000000 CNY", "worth $1.2 billion"),
    ("1200000000 CNY", "worth 1.2 billion"),
    ("1200000000 CNY", "RMB 12 billion"),
    ("35000000000 CNY", "350 billion yuan"),
    ("460000000 USD", "RMB 460 million"),
    ("2500000000 HKD", "$2.5 billion"),
    ("300000000 TWD", "RMB 300 million"),
    ("120000..150000 CNY", "RMB 12 to 15 million"),
    ("several 1000000000 CNY", "tens of billions of yuan"),
    ("8.5 percent", "8.5 percentage points"),
    ("70 percent", "seven percent"),
    ("0.3 percentage points", "0.3 percent"),
    ("120000 m2", "120,000 square kilometers"),
    ("86 km2", "86 kilometers"),
    ("230 mu", "230 acres"),
    ("360000000 kWh", "360 million kilowatts"),
    ("300000", "30,000 people"),
    (">20", "more than 200"),
    ("12", "12 percent"),
    ("several 100", "thousands of workers"),
    ("2/3", "three-halves"),
    ("x2", "has tripled"),
    ("14th", "the fourth session"),
    ("2nd batch", "two batches"),
    ("8", "the eighth"),
    ("no. 1", "at No. 2 plant"),
    ("--09-17", "on July 9"),
    ("2021-03-15", "March 15, 2012"),
    ("1990s", "in the 1890s"),
    ("--01..09", "from January to August"),
    ("Q1", "in one quarter of the cases, 25 percent"),
    ("15:30", "at 5:30 p.m."),
    ("this year 01..09", "in the first half"),
    ("-20 C", "20 degrees Fahrenheit"),
]


@pytest.mark.parametrize(("value", "english"), RIGHT)
def test_a_figure_that_is_said_is_right(value, english):
    assert wrong_figures([value], f"It was {english}.") == ()


@pytest.mark.parametrize(("value", "english"), WRONG)
def test_a_figure_that_is_said_otherwise_is_wrong(value, english):
    assert len(wrong_figures([value], f"It was {english}.")) == 1


def test_a_wrong_currency_is_named():
    assert wrong_figures(["1200000000 CNY"], "It cost US$1.2 billion.") == (
        "CNY 1,200,000,000; the English says “US$1.2 billion”",
    )


def test_each_of_several_figures_is_judged():
    assert len(wrong_figures(["12", "8.5 percent", "2025"], "In 2025 there were 12, up 9 percent.")) == 1


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("ninety-nine", "99", ""),
        ("two hundred and five thousand", "205000", ""),
        ("1,234.5 tons", "1234.5", "t"),
        ("three million four hundred thousand", "3400000", ""),
        ("two and a half million", "2500000", ""),
        ("US$5bn", "5000000000", "USD"),
        ("one in a thousand", "0.001", ""),
        ("12-year-old", "12", "years"),
    ],
)
def test_figures_reads_numbers_with_their_unit(text, number, unit):
    assert (number, unit) in {(f"{figure.number.normalize():f}", figure.unit) for figure in figures(text)}


@given(nasty_text)
def test_figures_never_raises_and_stays_inside_the_text(text):
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures(text))


@given(st.text(alphabet="0123456789.:-/xQHs <>=~CNYpercent", max_size=24))
def test_any_value_can_be_judged_and_described(value):
    wrong_figures([value], "RMB 3 to 5 million on September 3")
    assert isinstance(described(value), str) and isinstance(wants(value), tuple)


@given(st.integers(2, 10**12))
def test_a_number_is_right_as_it_is_and_wrong_ten_times_as_large(number):
    assert wrong_figures([f"{number} CNY"], f"It cost RMB {number:,}.") == ()
    assert len(wrong_figures([f"{number} CNY"], f"It cost RMB {number}0.")) == 1


SOURCE = "项目总投资12亿元，第3版方案用时45天。"


def quantities(*pairs):
    return [span(SOURCE, words, "quantity", value=value) for words, value in pairs]


def issues(english, spans=(), severity=None, source=SOURCE):
    return found("changed-number", release(source, english, spans=spans), severity)


def test_the_message_quotes_the_chinese_and_says_what_to_do():
    spans = quantities(("12亿元", "1200000000 CNY"), ("45天", "45 days"))
    document = release(SOURCE, "The $1.2 billion project took 45 days in version 3.", spans=spans)
    (message,) = found("wrong-currency", document)
    assert message == "“12亿元” is CNY 1,200,000,000; the English says “$1.2 billion”. Correct the currency."


@pytest.mark.parametrize(
    ("words", "value", "english"),
    [
        ("12亿元", "1200000000 CNY", "It cost $1.2 billion."),
        ("12亿元", "1200000000 CNY", "It cost 1.2 billion."),
        ("12亿元", "1200000000 CNY", "It cost HK$1.2 billion."),
        ("12亿元", "1200000000 CNY", "It cost 1.2 billion euros."),
        ("6000万美元", "60000000 USD", "It cost RMB 60 million."),
        ("3亿新台币", "300000000 TWD", "It cost US$300 million."),
    ],
)
def test_the_right_amount_in_another_currency_is_a_fault_of_its_own(words, value, english):
    source = f"总投资{words}。"
    document = release(source, english, spans=[span(source, words, "quantity", value=value)])
    assert len(found("wrong-currency", document, Severity.ERROR)) == 1
    assert found("changed-number", document) == []


@pytest.mark.parametrize(
    ("words", "value", "english"),
    [
        ("12亿元", "1200000000 CNY", "It cost RMB 1.2 billion."),
        ("12亿元", "1200000000 CNY", "It cost 1.2 billion yuan ($165 million)."),
        ("12亿元", "1200000000 CNY", "It cost 1,200 million Chinese yuan."),
        ("6000万美元", "60000000 USD", "It cost $60 million."),
        ("3亿新台币", "300000000 TWD", "It cost NT$300 million."),
        ("12亿元", "1200000000 CNY", "It cost $12 billion."),
    ],
)
def test_the_right_currency_or_another_amount_is_no_wrong_currency(words, value, english):
    source = f"总投资{words}。"
    assert found("wrong-currency", release(source, english, spans=[span(source, words, "quantity", value=value)])) == []


@pytest.mark.parametrize(
    ("words", "value", "english"),
    [
        ("12万平方米", "120000 m2", "It covers 120,000 square kilometers."),
        ("230亩", "230 mu", "It covers 230 acres."),
        ("8.5%", "8.5 percent", "It grew by 8.5 percentage points."),
        ("0.3个百分点", "0.3 percentage points", "It grew by 0.3 percent."),
        ("45天", "45 days", "It took 45 weeks."),
        ("5吨", "5 t", "It weighs 5 kilograms."),
    ],
)
def test_the_right_number_with_another_unit_is_a_fault_of_its_own(words, value, english):
    source = f"共{words}。"
    document = release(source, english, spans=[span(source, words, "quantity", value=value)])
    assert len(found("wrong-unit", document, Severity.ERROR)) == 1
    assert found("changed-number", document) == []


@pytest.mark.parametrize(
    ("words", "value", "english"),
    [
        ("12万平方米", "120000 m2", "It covers 12 hectares."),
        ("230亩", "230 mu", "It covers 15.3 hectares."),
        ("8.5%", "8.5 percent", "It grew by 8.5%."),
        ("0.3个百分点", "0.3 percentage points", "It grew by 30 basis points."),
        ("45天", "45 days", "It took forty-five days."),
        ("5吨", "5 t", "It weighs 5,000 kilograms."),
        ("5吨", "5 t", "It weighs 50 tons."),
    ],
)
def test_the_same_measure_or_another_number_is_no_wrong_unit(words, value, english):
    source = f"共{words}。"
    assert found("wrong-unit", release(source, english, spans=[span(source, words, "quantity", value=value)])) == []


@pytest.mark.parametrize(
    "english", ["It took 45 days.", "Forty-five days", "the 45-day plan", "45 (forty-five) days", "45"]
)
def test_a_number_outside_any_span_that_stands_is_no_issue(english):
    assert issues(english, source="用时45天。") == []


@pytest.mark.parametrize(
    "english", ["It took days.", "It took 54 days.", "It took 450 days.", "It took 4.5 days.", "4 or 5"]
)
def test_a_number_outside_any_span_that_is_lost_is_an_error(english):
    assert len(issues(english, severity=Severity.ERROR, source="用时45天。")) == 1


@pytest.mark.parametrize(
    "english",
    ["It took 45 days and 300 men.", "45 days, 88 percent", "45 days, RMB 17 million", "45 days, 2,000 visitors"],
)
def test_a_number_that_the_chinese_does_not_have_is_a_warning(english):
    assert len(issues(english, severity=Severity.WARNING, source="用时45天。")) == 1


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("去年用时45天。", "It took 45 days in 2024."),
        ("用时45天，有三千人。", "It took 45 days and 3,000 people."),
        ("用时45天。", "(1) It took 45 days."),
        ("用时45天。", "It took 45 days in one of the two plants, for the first time."),
        ("七成用时45天。", "In 70 percent it took 45 days."),
    ],
)
def test_a_number_that_the_chinese_accounts_for_is_no_issue(source, english):
    assert issues(english, source=source) == []


def test_numbers_in_the_form_of_a_term_are_its_own():
    source = "落实十五条。"
    spans = [span(source, "十五条", "slogan", {EN: "Charter 88"})]
    assert issues(["Carry out the ", ("Charter 88", 1), "."], spans, source=source) == []


def test_a_small_count_that_goes_unsaid_is_only_a_warning():
    source = "这两个词不同。"
    spans = [span(source, "两个", "quantity", value="2")]
    assert len(issues("These words differ.", spans, Severity.WARNING, source)) == 1


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("新建厂房5000平方米。", "A workshop with an area of 5,000 was built."),
        ("道路全长12公里。", "The road has a length of 12."),
        ("货物重30吨。", "The goods have a weight of 30."),
        ("年发电量8亿千瓦时。", "It generates 800 million a year."),
    ],
)
def test_a_measure_whose_unit_is_missing_is_a_warning(source, english):
    (message,) = found("wrong-unit", dated(source, english), Severity.WARNING)
    assert message.endswith("without unit. Add the unit.")


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("新建厂房5000平方米。", "A workshop of 5,000 square meters was built."),
        ("新建厂房5000平方米。", "A 5,000-square-meter workshop was built."),
        ("新建厂房5000平方米。", "A workshop of more than 5,000 (in square meters) was built."),
        ("两座厂房分别为5000平方米、6000平方米。", "The two workshops are 5,000 and 6,000 square meters large."),
        ("道路全长12至15公里。", "The road is 12 to 15 km long."),
        ("相隔数万亿公里。", "They are trillions of kilometers apart."),
        ("9月17日出生，体重17磅。", "Born on September 17, it weighed 17 pounds."),
        ("新增岗位5000个。", "It created 5,000 jobs."),
        ("用时30天。", "It took 30."),
    ],
)
def test_a_measure_with_its_unit_and_a_count_without_one_are_no_issue(source, english):
    assert [text for text in found("wrong-unit", dated(source, english)) if "without unit" in text] == []


def test_no_reference_of_public_news_lacks_a_unit(shared):
    rows = [json.loads(line) for line in (shared / "data/mt/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    alarms = [text for row in rows for text in found("wrong-unit", dated(row["source"], row["reference"]))]
    assert [text for text in alarms if "without unit" in text] == []


def test_the_references_of_public_news_are_seldom_flagged(shared):
    flagged = rows = 0
    for line in (shared / "data/mt/dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        values = [quantity.value for quantity in find_quantities(row["source"]) if quantity.kind != "code"]
        rows += 1
        flagged += bool(wrong_figures(values, row["reference"]))
    assert flagged / rows < 0.05


def test_the_accepted_renderings_of_the_quantity_cases_are_right(shared):
    wrong = total = 0
    for line in (shared / "data/quantity_cases.jsonl").read_text(encoding="utf-8").splitlines():
        for item in json.loads(line)["items"]:
            if item["kind"] in ("other", "phone_or_code"):
                continue
            total += len(item["accept"])
            wrong += sum(bool(wrong_figures([item["value"]], f"It was {text} in all.")) for text in item["accept"])
    assert wrong / total < 0.01
