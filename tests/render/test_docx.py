import io
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_news.errors import FormatError
from i18n_news.model import Locale
from i18n_news.render.docx import docx_renderer
from i18n_news.render.docx_runs import text_runs
from i18n_news.render.environment import Templates
from tests.render.conftest import TEMPLATES
from tests.render.release import NASTY, odd_documents, release
from tests.render.test_house import HOUSE, with_meta

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files(templates):
    made = docx_renderer(templates, HOUSE)(with_meta(embargo="2026-05-06 09:00"), ())
    return {str(path): data for path, data in made.items()}


def body(data, part="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ET.fromstring(package.read(part))


def text_of(element):
    """The text of a paragraph or cell without the readings over it."""
    readings = {text for over in element.iter(f"{W}rt") for text in over.iter(f"{W}t")}
    return "".join(text.text or "" for text in element.iter(f"{W}t") if text not in readings)


def styled(data):
    """Each paragraph outside of tables with its style."""
    found = []
    for paragraph in body(data).find(f"{W}body").findall(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        found.append(("" if style is None else style.get(f"{W}val"), text_of(paragraph)))
    return found


def test_there_is_a_document_for_each_edition_and_one_side_by_side(files):
    assert sorted(files) == ["bilingual.docx", "en.docx", "zh-Hans.docx", "zh-Hant-TW.docx"]


def test_equal_input_gives_equal_bytes(templates, files):
    again = docx_renderer(templates, HOUSE)(with_meta(embargo="2026-05-06 09:00"), ())
    assert {str(path): data for path, data in again.items()} == files


def test_headings_have_the_styles_of_the_navigation(files):
    headings = [line for line in styled(files["en.docx"]) if line[0].startswith("Heading")]
    assert headings == [
        ("Heading1", "Yunting District Opens a Park"),
        ("Heading2", "Yan Siyuan attends"),
        ("Heading2", "The Six Haves"),
        ("Heading3", "The standard explained"),
        ("Heading1", "Another Release"),
    ]


def test_side_by_side_headings_stand_outside_of_tables_in_both_languages(files):
    assert ("Heading1", "云汀区新开产业园Yunting District Opens a Park") in styled(files["bilingual.docx"])


def test_what_stands_side_by_side_is_a_row(files):
    rows = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in body(files["bilingual.docx"]).iter(f"{W}tr")]
    assert ["本报记者", "By our reporter"] in rows
    assert ["全文完。", "That is all."] in rows
    assert ["名称Name", "数量Number"] in rows and ["甲|乙A|B", "1.50"] in rows


def test_a_list_is_a_list_and_a_quote_a_quote(files):
    lines = styled(files["en.docx"])
    assert ("ListBullet", "The first item") in lines and ("Quote", "Work comes first.") in lines


def test_the_first_row_of_a_table_is_its_head_on_every_page(files):
    rows = list(body(files["en.docx"]).iter(f"{W}tr"))
    assert [text_of(cell) for cell in rows[0].findall(f"{W}tc")] == ["Name", "Number"]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None and rows[1].find(f"{W}trPr/{W}tblHeader") is None


def test_a_name_has_its_reading_as_ruby(files):
    rubies = [
        (text_of(ruby), "".join(text.text for text in ruby.find(f"{W}rt").iter(f"{W}t")))
        for ruby in body(files["zh-Hans.docx"]).iter(f"{W}ruby")
    ]
    assert ("思远", "Sīyuǎn") in rubies and ("云汀", "Yúntīng") in rubies and ("远帆公司", "Yuǎnfān") in rubies
    assert not list(body(files["en.docx"]).iter(f"{W}ruby"))


def test_a_reading_is_set_to_the_size_of_its_style(files):
    sizes = {}
    for paragraph in body(files["zh-Hans.docx"]).iter(f"{W}p"):
        for properties in paragraph.iter(f"{W}rubyPr"):
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            sizes[style] = tuple(int(properties.find(f"{W}{name}").get(f"{W}val")) for name in ("hpsBaseText", "hps"))
    assert sizes["Heading1"] == (40, 20) and sizes["BodyTextChinese"] == (21, 10)


@pytest.mark.parametrize(
    ("name", "language", "font"),
    [("zh-Hans", "zh-CN", "Microsoft YaHei"), ("zh-Hant-TW", "zh-TW", "Microsoft JhengHei")],
)
def test_every_run_of_the_text_has_its_language_and_its_font(files, name, language, font):
    runs = [run for run in body(files[f"{name}.docx"]).iter(f"{W}r") if run.find(f"{W}t") is not None and text_of(run)]
    assert runs
    for run in runs:
        assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == language
        assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == font


def test_text_that_looks_like_a_template_or_markup_stays_text(files):
    assert ("BodyText", f"Code {NASTY}") in styled(files["en.docx"])


def test_the_words_of_the_office_stand_around_the_release(files):
    lines = styled(files["en.docx"])
    assert lines[1] == ("Organization", "Yunting Zone") and ("Letterhead", "12 Lake Road") in lines
    assert ("Embargo", "Not before 9:00 a.m. on May 6, 2026 (Beijing time)") in lines
    assert [text for style, text in lines if style == "HouseHeading"] == ["About Yunting Zone", "Media contact"]


def test_the_logo_is_described_for_those_who_hear_the_document(files):
    described = [element.get("descr") for element in body(files["en.docx"]).iter() if element.tag.endswith("}docPr")]
    assert described == ["Yunting Zone"]


def test_the_properties_name_title_author_and_language(files):
    core = body(files["zh-Hant-TW.docx"], "docProps/core.xml")
    values = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert values["title"] == "云汀区新开产业园" and values["creator"] == "雲汀開發區"
    assert values["language"] == "zh-Hant-TW" and values["created"] == "2026-05-06T00:00:00Z"


def filled(folder, text):
    """The templates of an office whose release.docx says this and nothing else."""
    from docx import Document as Word

    word = Word()
    for line in text.split("\n"):
        word.add_paragraph(line)
    word.save(str(folder / "release.docx"))
    return docx_renderer(Templates([folder, TEMPLATES]), HOUSE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ organisation }}", r"release\.docx: the field organisation is unknown; did you mean organization\?"),
        ("{{ qqqq }}", r"the field qqqq is unknown; there are about, blocks"),
        ("{%p for block in blocks %}\n{{ block.colour }}\n{%p endfor %}", r"release\.docx: .*colour"),
        ("{% if title %}", r"release\.docx: .*endif"),
        ("{{ title.__class__.__mro__ }}", r"release\.docx: .*unsafe"),
        ("{{ 1 / 0 }}", r"release\.docx: division by zero"),
    ],
)
def test_a_wrong_field_is_named_with_its_file_in_one_line(tmp_path, text, message):
    with pytest.raises(FormatError, match=message) as error:
        filled(tmp_path, text)(release(), ())
    assert "\n" not in str(error.value)


def test_a_template_that_is_no_word_document_is_named(tmp_path):
    (tmp_path / "release.docx").write_bytes(b"not a zip")
    with pytest.raises(FormatError, match=r"release\.docx: is not a Word document"):
        docx_renderer(Templates([tmp_path, TEMPLATES]))(release(), ())


def test_the_office_may_write_its_own_template(tmp_path):
    files = filled(tmp_path, "== {{ title }} ==")(release(), ())
    assert styled(files[PurePosixPath("en.docx")])[0][1] == "== Yunting District Opens a Park =="


@pytest.mark.parametrize(
    ("ruby", "over"), [("none", []), ("zhuyin", ["ㄧㄢˊ", "ㄙ", "ㄩㄢˇ"]), ("pinyin", ["Yán", "Sīyuǎn"])]
)
def test_the_taiwan_edition_reads_names_as_its_editor_wants(templates, ruby, over):
    from dataclasses import replace

    files = docx_renderer(templates, replace(HOUSE, taiwan_ruby=ruby))(release(), ())
    paragraph = next(
        p for p in body(files[PurePosixPath("zh-Hant-TW.docx")]).iter(f"{W}p") if text_of(p).startswith("严思远到场")
    )
    assert ["".join(text.text for text in rt.iter(f"{W}t")) for rt in paragraph.iter(f"{W}rt")] == over


@given(st.text(min_size=1))
@settings(max_examples=200)
def test_any_text_makes_well_formed_runs(text):
    runs = text_runs(text, Locale.EN)
    root = ET.fromstring(f'<r xmlns:w="{W[1:-1]}">{runs}</r>')
    kept = "".join(element.text or "" for element in root.iter(f"{W}t"))
    assert "{{" not in runs and set(kept) <= {*text, " "}


@pytest.mark.parametrize("document", odd_documents(), ids=lambda document: document.id)
def test_any_row_of_blocks_makes_documents(templates, document):
    assert len(docx_renderer(templates)(document, ())) == 3


def test_the_shipped_templates_are_those_of_the_script(tmp_path):
    script = Path(__file__).parents[2] / "tools" / "word_templates.py"
    subprocess.run([sys.executable, script, tmp_path], cwd=script.parents[1], check=True)
    for name in ("release.docx", "bilingual.docx"):
        with zipfile.ZipFile(tmp_path / name) as made, zipfile.ZipFile(TEMPLATES / name) as shipped:
            assert {entry: made.read(entry) for entry in made.namelist()} == {
                entry: shipped.read(entry) for entry in shipped.namelist()
            }


@pytest.mark.office
def test_libreoffice_opens_each_document_and_shows_its_text(files, tmp_path):
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path]
    subprocess.run([*command, *(tmp_path / name for name in files)], check=True, capture_output=True)
    assert "Yan Siyuan, chairman, spoke of RMB 1.2 billion." in (tmp_path / "en.txt").read_text(encoding="utf-8")
    assert "严思远到场" in (tmp_path / "zh-Hant-TW.txt").read_text(encoding="utf-8")
