"""Golden releases: the samples built with an engine that keeps placeholders, so that every machine gives the same.

To accept a change that was meant, run this file with I18N_NEWS_UPDATE_GOLDEN=1 in the environment and read the diff.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from i18n_news import config, pipeline
from tests.translate.fakes import FakeEngine, keeps_placeholders

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted((ROOT / "samples").glob("*.md"))


@pytest.mark.parametrize("edition", ["zh-Hans.md", "zh-Hant-TW.md", "en.md"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_as_it_was_approved(sample, edition, tmp_path):
    settings = config.load(start=ROOT)
    settings = replace(settings, build=replace(settings.build, out=str(tmp_path)))
    built = pipeline.build_file(sample, settings, models=pipeline.Models(FakeEngine(keeps_placeholders)))
    text = (built.folder / edition).read_text(encoding="utf-8")
    golden = GOLDEN / sample.stem / edition
    if os.environ.get("I18N_NEWS_UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
