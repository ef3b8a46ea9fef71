"""Files as offices and their programs make them: encodings, delimiters, heads, lists, workbooks, and hostile ones."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from i18n_news.errors import GlossaryError
from i18n_news.glossary.exchange import RemarkKind, export_terms, read
from i18n_news.glossary.terms import KINDS, Term


@pytest.fixture
def file(tmp_path):
    def file(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return file


@pytest.fixture
def workbook(tmp_path):
    def workbook(rows, change=lambda book, sheet: None):
        book = Workbook()
        sheet = book.active
        sheet.title = "术语"
        for row in rows:
            sheet.append(row)
        change(book, sheet)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return workbook


def pairs(reading):
    return [(term.source, term.en) for term in reading.terms]


def said(reading, kind):
    return [(remark.place, remark.message) for remark in reading.remarks if remark.kind is kind]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "cp950"])
def test_every_encoding_that_offices_use_is_found_out(file, encoding):
    text = "中文,英文\n青山區政府,Qingshan government\n橋樑,bridge\n業務會談紀要,minutes\n"
    reading = read(file("list.csv", text.encode(encoding)))
    assert pairs(reading) == [
        ("青山區政府", "Qingshan government"),
        ("橋樑", "bridge"),
        ("業務會談紀要", "minutes"),
    ]


@pytest.mark.parametrize("source", ["福建", "宿州", "滚珠丝杠"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030"])
def test_a_list_of_one_rare_name_is_read(file, source, encoding):
    assert pairs(read(file("a.csv", f"{source},Name\n".encode(encoding)))) == [(source, "Name")]


def test_the_line_that_cannot_be_read_is_named(file):
    with pytest.raises(GlossaryError, match=r"a\.csv:2: is (?:neither|damaged)"):
        read(file("a.csv", "中文,英文\n".encode() + b"\xff\xff\xff,Port Jia\n"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "中文,英文\n甲港,Port Jia\n"),
        ("a.csv", "sep=;\n中文;英文\n甲港;Port Jia\n"),
        ("a.csv", "原文;译文;备注\n甲港;Port Jia;\n"),
        ("a.csv", "术语\t译文\r\n甲港\tPort Jia\r\n"),
        ("a.csv", '"Source","Target"\n"甲港","Port Jia"\n'),
        ("a.csv", "\n港口名录,,\n序号,中文 Chinese,English\n1,甲港,Port Jia\n"),
        ("a.csv", "EN,ZH-CN\nPort Jia,甲港\n"),
        ("a.csv", "甲港,Port Jia\n"),
        ("a.csv", "Port Jia,甲港\n"),
        ("a.txt", "中文\t英文\n甲港\tPort Jia\n"),
        ("a.txt", "中文（简体）\tEnglish\n甲港\tPort Jia\n"),
        ("a.tsv", "source\ten\n甲港\tPort Jia\n"),
        ("a.tsv", "甲港\tPort Jia\n"),
        ("a.utf8", "# a comment\n甲港\tPort Jia\tsaid at sea\n"),
        ("a.tab", "Port Jia\t甲港\n"),
    ],
)
def test_delimiters_and_heads_are_found_out(file, name, content):
    assert pairs(read(file(name, content))) == [("甲港", "Port Jia")]


def test_a_column_called_source_beside_a_chinese_one_is_where_the_term_comes_from(file):
    (term,) = read(file("a.csv", "中文,English,Source\n甲港,Port Jia,Harbour Book\n")).terms
    assert term == Term("甲港", en="Port Jia", origin="Harbour Book", status="draft")


def test_chinese_names_of_columns_kinds_and_states(file):
    heads = "中文,英文,简称,类别,状态,禁用译法,禁用原因,领域,生效日期,审定人,审定日期,来源,备注"
    row = "甲港,Port Jia,the Port,地名,已审定,Jia Harbor;A Port,不准确,航运,2024年1月2日,秦川,2024/3/4,名录,常用"
    (term,) = read(file("a.csv", f"{heads}\n{row}\n")).terms
    assert term == Term(
        "甲港",
        kind="place",
        en="Port Jia",
        en_short="the Port",
        avoid=("Jia Harbor", "A Port"),
        avoid_reason="不准确",
        domain="航运",
        valid_from=date(2024, 1, 2),
        decided_by="秦川",
        decided_on=date(2024, 3, 4),
        origin="名录",
        note="常用",
    )


def test_what_a_table_has_and_a_term_has_not_is_reported(file):
    content = "中文,英文,权重,类别,状态,生效日期\n甲港,Port Jia,5,码头,再议,1/2/2024\n,Port Yi,,,,\n丙港,,,,,\n"
    reading = read(file("a.csv", content))
    assert reading.terms == (Term("甲港", en="Port Jia", status="draft"),)
    assert said(reading, RemarkKind.LOST) == [
        ("a.csv", "the column '权重' is not read"),
        ("a.csv:2", "valid_from '1/2/2024' is not a date such as 2026-01-31"),
        ("a.csv:2", "the kind '码头' is unknown; read as 'term'"),
        ("a.csv:2", "the status '再议' is unknown; read as 'draft'"),
    ]
    assert said(reading, RemarkKind.UNREAD) == [
        ("a.csv:3", "there is no Chinese term"),
        ("a.csv:4", "no form and no reading for '丙港'; add one or drop the line"),
    ]


def test_line_numbers_count_the_lines_inside_quoted_cells(file):
    reading = read(file("a.csv", '中文,英文,备注\n甲港,Port Jia,"one\ntwo"\n乙港,,\n'))
    assert reading.terms[0].note == "one two"
    assert said(reading, RemarkKind.UNREAD)[0][0] == "a.csv:4"


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("甲港 - Port Jia", ("甲港", "Port Jia")),
        ("甲港 — Port Jia", ("甲港", "Port Jia")),
        ("甲港——Port Jia", ("甲港", "Port Jia")),
        ("甲港：Port Jia", ("甲港", "Port Jia")),
        ("甲港: Port Jia: the old one", ("甲港", "Port Jia: the old one")),
        ("甲港=Port Jia", ("甲港", "Port Jia")),
        ("甲港＝Port Jia", ("甲港", "Port Jia")),
        ("甲港 → Port Jia", ("甲港", "Port Jia")),
        ("甲港 Port Jia", ("甲港", "Port Jia")),
        ("甲港\u3000Port Jia", ("甲港", "Port Jia")),
        ("甲港（Port Jia）", ("甲港", "Port Jia")),
        ("Port Jia 甲港", ("甲港", "Port Jia")),
        ("Port Jia - 甲港", ("甲港", "Port Jia")),
        ("Port Jia (甲港)", ("甲港", "Port Jia")),
        ("1. 甲港 Port Jia", ("甲港", "Port Jia")),
        ("12、甲港：Port Jia", ("甲港", "Port Jia")),
        ("（三）甲港 Port Jia", ("甲港", "Port Jia")),
        ("(4) 甲港 - Port Jia", ("甲港", "Port Jia")),
        ("五、甲港=Port Jia", ("甲港", "Port Jia")),
        ("⑥甲港 Port Jia", ("甲港", "Port Jia")),
        ("• 甲港\tPort Jia", ("甲港", "Port Jia")),
        ("7\t甲港\tPort Jia", ("甲港", "Port Jia")),
        ("5G基站 5G base station", ("5G基站", "5G base station")),
        ("5G base station 5G基站", ("5G基站", "5G base station")),
        ("3.5代技术 generation 3.5", ("3.5代技术", "generation 3.5")),
        ("四个统一：内涵 - four unities", ("四个统一：内涵", "four unities")),
        ("老-中-青 old, middle-aged and young", ("老-中-青", "old, middle-aged and young")),
        ("𬭎山 Mount Hong", ("𬭎山", "Mount Hong")),
    ],
)
def test_a_line_of_an_office_list_is_a_pair(file, line, pair):
    reading = read(file("list.txt", f"乙港\tPort Yi\n{line}\n" if "\t" in line else f"{line}\n"))
    assert pairs(reading)[-1] == pair
    assert reading.remarks == ()


@pytest.mark.parametrize("line", ["港口术语", "harbour terms", "人均GDP", "甲港 123", "甲港 ——", "甲港 乙港"])
def test_a_line_that_is_no_pair_is_named_by_its_number(file, line):
    reading = read(file("list.txt", f"甲港 Port Jia\n\n{line}\n"))
    assert pairs(reading) == [("甲港", "Port Jia")]
    assert said(reading, RemarkKind.UNREAD)[0][0] == "list.txt:3"


def test_where_both_sides_look_alike_most_lines_say_which_is_chinese(file):
    reading = read(file("list.txt", "Port Jia\t甲港\nPort Yi\t乙港\nGross domestic product\tGDP\n"))
    assert pairs(reading)[-1] == ("GDP", "Gross domestic product")


def test_of_several_renderings_on_a_line_the_first_binds_and_the_others_are_reported(file):
    reading = read(file("list.txt", "甲港 - Port Jia; Jia Harbour\n"))
    assert pairs(reading) == [("甲港", "Port Jia")]
    assert said(reading, RemarkKind.CONFLICT) == [("list.txt:1", "甲港: 'Port Jia' is taken, not 'Jia Harbour'")]


def test_formula_cells_are_read_as_text_and_never_evaluated(workbook):
    reading = read(workbook([["中文", "英文"], ["甲港", '=HYPERLINK("http://x.example","Port")']]))
    assert pairs(reading) == [("甲港", '=HYPERLINK("http://x.example","Port")')]
    assert said(reading, RemarkKind.CHANGED)[0][0] == "list.xlsx!术语:2"


def test_dates_numbers_and_truth_values_are_read_as_shown(workbook):
    rows = [
        ["中文", "英文", "生效日期", "备注"],
        ["甲", "Jia", datetime(2024, 5, 6), 12.0],
        ["乙", "Yi", "2024/5/6", True],
    ]
    first, second = read(workbook(rows)).terms
    assert (first.valid_from, first.note) == (date(2024, 5, 6), "12")
    assert (second.valid_from, second.note) == (date(2024, 5, 6), "TRUE")


def test_several_sheets_hidden_ones_and_merged_cells_are_reported(workbook):
    def change(book, sheet):
        sheet.merge_cells("A2:A3")
        other = book.create_sheet("港口")
        other.append(["丙港", "Port Bing"])
        book.create_sheet("旧").sheet_state = "hidden"

    reading = read(workbook([["中文", "英文"], ["甲港", "Port Jia"], [None, "Jia Harbour"]], change))
    assert pairs(reading) == [("甲港", "Port Jia"), ("丙港", "Port Bing")]
    assert said(reading, RemarkKind.CHANGED)[0][0] == "list.xlsx!术语!A2:A3"
    assert [place for place, _ in said(reading, RemarkKind.UNREAD)] == ["list.xlsx!术语:3", "list.xlsx!旧"]


def test_a_workbook_is_made_for_people(tmp_path):
    path = tmp_path / "out.xlsx"
    export_terms([Term("=甲", en="-Jia", valid_from=date(2024, 5, 6)), Term("乙", en="Yi")], path)
    sheet = load_workbook(path).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:Q3")
    assert [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation] == [
        ("B2:B1048576", f'"{",".join(KINDS)}"'),
        ("J2:J1048576", '"draft,approved,deprecated"'),
    ]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.number_format) == ("=甲", "s", True, "@")
    assert sheet["A1"].font.bold and sheet.column_dimensions["C"].width == 44
    dated = next(cell for cell in sheet[2] if cell.is_date)
    assert dated.value == datetime(2024, 5, 6)


def test_csv_for_excel_keeps_what_it_would_evaluate(file, tmp_path):
    path = tmp_path / "out.csv"
    export_terms([Term("甲", en="=1+1", note="'quoted")], path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and b",'=1+1," in content and b"''quoted" not in content


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def remade(path, part, change):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    path.write_bytes(zipped(parts))
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda xml: xml + b" " * 60_000_000, "unpacks to far more"),
        (lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml, "declares XML entities"),
        (lambda xml: xml[:200], "is a damaged workbook"),
        (lambda xml: xml.replace(b'r="2"', b'r="99999999"'), "lies outside"),
    ],
    ids=["bomb", "entities", "cut", "far row"],
)
def test_hostile_workbooks_are_refused_in_one_line(workbook, change, message):
    path = remade(workbook([["中文", "英文"], ["甲港", "Port Jia"]]), SHEET, change)
    with pytest.raises(GlossaryError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_cell_of_fifty_megabytes_is_refused(workbook):
    noise = bytes(b"abcdefghij"[n % 10] + (n // 997) % 13 for n in range(200_000)) * 250
    path = workbook([["中文", "英文"], ["甲港", "MARK"]])
    with zipfile.ZipFile(path) as archive:
        part = next(name for name in archive.namelist() if b"MARK" in archive.read(name))
    with pytest.raises(GlossaryError, match=r"longer than 32,767|unpacks to far more"):
        read(remade(path, part, lambda xml: xml.replace(b"MARK", noise)))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", "x", "is not one of"),
        ("a.xlsx", "中文,英文\n", "is no .xlsx file inside"),
        ("a.csv", b"PK\x03\x04" + bytes(50), "is no .csv file inside"),
        ("a.csv", "<?xml version='1.0'?><tbx/>", "is no .csv file inside"),
        ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "is encrypted or an old .xls"),
        ("a.xlsx", b"PK\x03\x04" + bytes(50), "is a damaged workbook"),
        ("a.xlsx", zipped({"word/document.xml": "<x/>"}), "is no Excel workbook"),
        ("a.txt", b"\x80\x81\xff\xfe\x00\x01" * 9, "binary|neither UTF-8"),
        ("a.csv", '中文,英文\n甲港,"' + "x" * 200_000, "is longer than"),
        ("a.tsv", "source\ten\n甲港\t" + "x" * 50_000, "is longer than"),
        ("a.txt", "甲港 " + "x" * 50_000, "is longer than"),
        ("a.csv", "\n" * 1_100_000, "has more than 1,048,576"),
    ],
)
def test_what_cannot_be_a_list_is_refused_in_one_line(file, name, content, message):
    with pytest.raises(GlossaryError, match=message) as caught:
        read(file(name, content))
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GlossaryError, match=r"none\.csv: cannot be read"):
        read(tmp_path / "none.csv")
