"""The real engine on real input: what a person in the office gets."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from i18n_news import config, pipeline
from i18n_news.model import BlockKind, Locale

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.md"))


def build(file, folder, models):
    settings = config.load(start=ROOT)
    settings = replace(settings, build=replace(settings.build, out=str(folder)))
    return pipeline.build_file(file, settings, models=models)


@pytest.fixture(scope="module")
def page(shared, models, tmp_path_factory):
    """The newspaper page that the project began with, built with the shipped glossaries."""
    (file,) = (shared / "seeds").glob("*.txt")
    return build(file, tmp_path_factory.mktemp("page"), models)


@pytest.fixture(scope="module")
def english(page):
    return (page.folder / "en.md").read_text(encoding="utf-8")


def test_the_page_ends_with_exit_code_0_or_1(page):
    assert pipeline.exit_code(page.issues, "error") in (0, 1)


def test_the_page_has_4_headings_and_10_paragraphs(page):
    kinds = [block.kind for block in page.document.blocks]
    assert (sum(kind.is_heading for kind in kinds), kinds.count(BlockKind.PARAGRAPH)) == (4, 10)


def test_every_decided_form_stands_in_the_page_s_english(page):
    english = page.document.editions[Locale.EN]
    for segment in page.document.segments():
        wanted = {span.id for span in segment.spans if Locale.EN in span.forms}
        assert wanted <= (english.targets[segment.id].span_ids if wanted else wanted)


@pytest.mark.parametrize(
    "form",
    [
        "Shu Zhiming",
        "Li Shuxia",
        "Zang Xiaopeng",
        "Yao Guimei",
        "RMB 1.2 billion",
        "RMB 800 million",
        "120,000 square meters",
        "Jinlong Lake",
        "Fenghuangwan",
        "Wangkele Village",
        "Jiali",
        "Dingli",
    ],
)
def test_names_and_figures_of_the_page_stand_in_the_english(english, form):
    assert form in english


def test_the_page_s_english_has_no_dollar_no_han_and_no_placeholder(english):
    outside_brackets = re.sub(r"\([^()]*\)", "", english)
    assert re.findall(r"\$|[\u3400-\u9fff]|\b[XP]\d+\b", outside_brackets) == []


def test_the_page_s_taiwan_edition_has_the_right_words(page):
    text = (page.folder / "zh-Hant-TW.md").read_text(encoding="utf-8")
    assert ("起重機製造" in text, "最佳化" in text) == (True, False)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_builds_without_an_error(sample, models, tmp_path):
    assert pipeline.exit_code(build(sample, tmp_path, models).issues, "error") == 0


def test_the_same_input_gives_the_same_bytes_twice(models, tmp_path):
    first, second = (
        {path.name: path.read_bytes() for path in build(SAMPLES[0], tmp_path / name, models).files} for name in "ab"
    )
    assert first == second


def test_names_that_no_glossary_has_are_composed_and_reported(models, tmp_path):
    file = tmp_path / "names.md"
    text = (
        "# 雁汀镇引进新项目\n\n9月3日，雁汀镇镇长单文博到徐州青岚轴承有限公司走访，公司投资3.5亿元在云溪产业园建厂。\n"
    )
    file.write_text(text, encoding="utf-8")
    settings = config.Config(folder=tmp_path, glossary=replace(config.GlossaryConfig(), files=()))
    built = pipeline.build_file(file, settings, models=models)
    english = (built.folder / "en.md").read_text(encoding="utf-8")
    wanted = ("Yanting Town", "Shan Wenbo", "Qinglan Bearing Co., Ltd.", "Yunxi Industrial Park", "RMB 350 million")
    assert [form for form in wanted if form not in english] == []
    assert any(issue.check == "unregistered-name" for issue in built.issues)
