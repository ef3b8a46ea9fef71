"""OmegaT itself, in console mode: it reads the exported glossary, and its matches are ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from i18n_news.glossary.exchange import export_terms
from i18n_news.glossary.terms import Term

pytestmark = pytest.mark.office

JAR = Path("/usr/share/omegat/OmegaT.jar")
SCRIPT = Path(__file__).parent / "data" / "omegat_matches.groovy"
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<source_tok>org.omegat.tokenizer.LuceneSmartChineseTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
GLOSSARY = (
    Term(
        "青岚湖开发区",
        kind="organization",
        en="Qinglan Lake Development Zone",
        en_short="Development Zone",
        avoid=("Blue Lake Area",),
    ),
    Term("签约仪式", en='signing ceremony, "formal"', note='said "so", and more', status="draft"),
    Term("没有提到", en="not mentioned"),
)


@pytest.fixture
def matches(tmp_path):
    """What OmegaT read, by file, and the matches that it found in one sentence: term, rendering, comment."""
    if shutil.which("java") is None or not JAR.exists():
        pytest.skip("OmegaT is not installed: apt-get install --no-install-recommends omegat default-jre-headless")

    def matches(*files):
        project = tmp_path / "project"
        for folder in ("source", "target", "omegat", "tm", "glossary", "dictionary"):
            (project / folder).mkdir(parents=True)
        (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
        (project / "source" / "release.txt").write_text("青岚湖开发区举行签约仪式。\n", encoding="utf-8")
        for name, form in files:
            assert export_terms(GLOSSARY, project / "glossary" / name, form) == ()
        found = tmp_path / "matches.txt"
        java = ["java", "-Djava.awt.headless=true", f"-Duser.home={tmp_path}", "-jar", str(JAR), str(project)]
        console = ["--mode=console-translate", f"--config-dir={tmp_path}", f"--script={SCRIPT}"]
        environment = {**os.environ, "MATCHES": str(found)}
        subprocess.run([*java, *console], check=True, timeout=120, env=environment, capture_output=True)
        rows = [line.split("\t") for line in found.read_text(encoding="utf-8").splitlines()]
        read = {row[1]: row[2] for row in rows if row[0] == "READ"}
        return read, {tuple(row[2:]) for row in rows if row[0] == "MATCH"}

    return matches


def test_omegat_reads_the_exported_glossaries_and_matches_their_terms(matches):
    names = ("g.txt", "g.utf8", "g.tab", "g.csv", "g.tbx")
    read, found = matches(*((name, "omegat") for name in names))
    assert read == dict.fromkeys(names, "3")
    assert {(term, rendering) for term, rendering, _ in found} == {
        ("青岚湖开发区", "Qinglan Lake Development Zone"),
        ("签约仪式", 'signing ceremony, "formal"'),
    }
    comments = {term: comment for term, _, comment in found}
    assert comments["签约仪式"].startswith('said "so", and more')
    assert "【avoid】Blue Lake Area" in comments["青岚湖开发区"]


def test_omegat_takes_words_to_avoid_in_full_tbx_for_renderings(matches):
    read, found = matches(("g.tbx", "tbx2"))
    assert read == {"g.tbx": "5"}
    # Which is why there is a form for OmegaT.
    assert any("Blue Lake Area" in rendering for _, rendering, _ in found)
