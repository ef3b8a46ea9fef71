"""What an edition must not have: Chinese, placeholders, Simplified characters, gaps."""

import pytest

from i18n_news.model import Locale, Severity, State
from tests.checks.releases import found, note, release, span

EN, TW, HK = Locale.EN, Locale.ZH_HANT_TW, Locale.ZH_HANT_HK
SOURCE = "各支部要把服务送到车间里去。"


@pytest.mark.parametrize("text", ["The 支部 is here.", "車間", "Branch (支部)", "a〇b", "𬭎 is a name"])
def test_han_in_the_english_is_an_error(text):
    assert len(found("han-left", release(SOURCE, text), Severity.ERROR)) == 1


@pytest.mark.parametrize(
    "text", ["Services go to the workshop。", "services，workshop", "（here）", "「this」", "ＡＢＣ"]
)
def test_full_width_characters_in_the_english_are_a_warning(text):
    assert len(found("han-left", release(SOURCE, text), Severity.WARNING)) == 1


@pytest.mark.parametrize("text", ["Services go to the workshop.", "“Quotes” are fine", "a – b — c…", "café", "A·B"])
def test_plain_english_has_nothing_left(text):
    assert found("han-left", release(SOURCE, text)) == []


def test_han_inside_a_decided_form_is_meant():
    spans = [span(SOURCE, "支部", forms={EN: "branch (支部)"})]
    for runs in (["The ", ("branch (支部)", 1), " is here."], ["The branch (支部) is here."]):
        assert found("han-left", release(SOURCE, runs, spans=spans)) == []


def test_han_in_brackets_is_meant_only_where_a_person_wrote_it():
    assert found("han-left", release(SOURCE, "The branch (支部).", state=State.REVIEWED)) == []


@pytest.mark.parametrize(
    "text", ["X1 is here.", "the X2s", "“X1” said", "TeamX1 said", "X 3 and", "P1 went", "X1X2", "\ue000"]
)
def test_a_placeholder_that_is_left_is_an_error(text):
    assert found("placeholder-left", release(SOURCE, text), Severity.ERROR)


@pytest.mark.parametrize("text", ["the G20 summit", "X-ray", "SpaceX launched", "P2P lending", "a MAX8 plane", "Xi 5"])
def test_what_is_no_placeholder_is_no_issue(text):
    assert found("placeholder-left", release(SOURCE, text)) == []


@pytest.mark.parametrize(
    ("source", "text"), [("新车X1上市。", "The X1 is on sale."), ("\ue000在此。", "\ue000 is here.")]
)
def test_what_the_source_says_itself_is_no_placeholder(source, text):
    assert found("placeholder-left", release(source, text)) == []


def test_private_use_characters_are_found_in_chinese_editions():
    assert found("placeholder-left", release(SOURCE, "各支部\ue001", TW))


LONG = "各支部要把服务送到车间里去，把困难记在本子上，把问题解决在班组里，让每一名工人都看得见变化。"


@pytest.mark.parametrize(
    ("source", "text", "severity"),
    [
        (SOURCE, (" ",), Severity.ERROR),
        (SOURCE, (), Severity.ERROR),
        (SOURCE, SOURCE, Severity.ERROR),
        (LONG, "Every branch.", Severity.WARNING),
        (LONG, "Services go to the workshops and workers see change.", Severity.WARNING),
    ],
)
def test_missing_english_is_found(source, text, severity):
    assert len(found("untranslated", release(source, text), severity)) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SOURCE, "Branches bring services to the workshops."),
        ("服务。", "Service."),
        ("2025", "2025"),
        ("ISO 9001", "ISO 9001"),
        (
            LONG,
            "Branches bring services to the shop floor, note problems, solve them in teams and let each worker see it.",
        ),
    ],
)
def test_english_of_a_usual_length_is_no_issue(source, text):
    assert found("untranslated", release(source, text)) == []


def test_a_long_name_with_a_short_form_does_not_make_the_english_short():
    source = "会议由雁湖市先进装备制造产业创新发展联合会主办。"
    spans = [span(source, "雁湖市先进装备制造产业创新发展联合会", "organization", {EN: "YAEF"})]
    assert found("untranslated", release(source, ["", ("YAEF", 1), " hosted the meeting."], spans=spans)) == []


@pytest.mark.parametrize("text", ["服务送到車間", "機构", "“优秀”的體現", "沟通", "𫖯瞰"])
@pytest.mark.parametrize("locale", [TW, HK])
def test_a_simplified_character_in_a_traditional_edition_is_an_error(text, locale):
    assert len(found("simplified-left", release(SOURCE, text, locale), Severity.ERROR)) == 1


@pytest.mark.parametrize("text", ["台后里干范于", "服務送到車間裡", "皇后與公里", "北斗", "ABC x", "「好」"])
@pytest.mark.parametrize("locale", [TW, HK])
def test_traditional_text_has_nothing_left(text, locale):
    assert found("simplified-left", release(SOURCE, text, locale)) == []


def test_a_character_that_is_mostly_simplified_is_a_warning():
    assert len(found("simplified-left", release(SOURCE, "三万人", TW), Severity.WARNING)) == 1


def test_the_regions_differ():
    assert found("simplified-left", release(SOURCE, "溫度與温度", HK)) == []
    assert len(found("simplified-left", release(SOURCE, "溫度與温度", TW), Severity.ERROR)) == 1


@pytest.mark.parametrize(
    "text", ["他說“好”。", "「工人‘之家’」", "撥打“12345”熱線", "“《雁湖志》”出版", "他說：「好。”", "“ABC工廠”開工"]
)
@pytest.mark.parametrize("locale", [TW, HK])
def test_mainland_quotation_marks_around_chinese_are_a_warning(text, locale):
    assert len(found("mainland-quotes", release(SOURCE, text, locale), Severity.WARNING)) == 1


@pytest.mark.parametrize(
    "text",
    ["他說「好」。", "他說 “Yes” 了", "「工人『之家』」", "台積電’s 工廠", "“Made in Yanhu 2026” 展", "沒有引號"],
)
@pytest.mark.parametrize("locale", [TW, HK])
def test_corner_brackets_and_english_in_quotes_are_no_issue(text, locale):
    assert found("mainland-quotes", release(SOURCE, text, locale)) == []


def test_quotation_marks_of_the_simplified_edition_are_its_own():
    assert found("mainland-quotes", release(SOURCE, "他说“好”。", Locale.ZH_HANS)) == []


def test_quotation_marks_in_a_decided_form_are_meant():
    spans = [span(SOURCE, "支部", "organization", {TW: "“一家”"})]
    assert found("mainland-quotes", release(SOURCE, ["各", ("“一家”", 1)], TW, spans)) == []


def test_a_mark_without_its_other_half_is_told_as_such():
    document = release(SOURCE, "他說“好。", TW, notes=[note("unpaired-quote")])
    assert found("mainland-quotes", document) == [] and len(found("unpaired-quote", document)) == 1


def test_a_simplified_character_in_a_decided_form_points_to_the_glossary():
    spans = [span(SOURCE, "支部", "person", {TW: "张三"}, origin="people.tsv:4")]
    (message,) = found("simplified-left", release(SOURCE, ["各", ("张三", 1)], TW, spans), Severity.WARNING)
    assert "people.tsv:4" in message


def test_a_code_may_hold_any_character():
    spans = [span(SOURCE, "支部", "code")]
    assert found("simplified-left", release(SOURCE, ["各", ("机构", 1)], TW, spans)) == []


@pytest.mark.parametrize("locale", list(Locale))
def test_a_segment_without_a_target_is_an_error(locale):
    assert len(found("not-in-edition", release(SOURCE, None, locale), Severity.ERROR)) == 1


@pytest.mark.parametrize("locale", list(Locale))
def test_a_segment_with_a_target_is_in_the_edition(locale):
    assert found("not-in-edition", release(SOURCE, "x", locale)) == []


@pytest.mark.parametrize("source", ["2026", "。", "ISO 9001", "各支部", "𬭎"])
def test_whatever_it_says_a_segment_must_be_there(source):
    assert len(found("not-in-edition", release(source, None), Severity.ERROR)) == 1


@pytest.mark.parametrize("source", [" ", "\u3000", "\t", "\n ", "\u3000\u3000"])
def test_a_blank_segment_needs_no_target(source):
    assert found("not-in-edition", release(source, None)) == []


def test_the_simplified_set_is_what_opencc_says():
    import opencc

    from i18n_news.checks.simplified_only import SIMPLIFIED_ONLY

    to_taiwan, to_hong_kong = opencc.OpenCC("s2tw"), opencc.OpenCC("s2hk")
    stays = {c for c in SIMPLIFIED_ONLY if to_taiwan.convert(c) == c or to_hong_kong.convert(c) == c}
    assert stays == set()
