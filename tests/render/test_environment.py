import pytest

from i18n_news.errors import FormatError
from i18n_news.render.environment import Templates


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="\n")


def test_a_template_of_the_workspace_beats_the_packaged_one(tmp_path):
    write(tmp_path / "own", "a.html", "own")
    write(tmp_path / "packaged", "a.html", "packaged")
    write(tmp_path / "packaged", "b.html", "packaged")
    templates = Templates([tmp_path / "own", tmp_path / "packaged"])
    assert (templates.fill("a.html"), templates.fill("b.html")) == ("own", "packaged")


@pytest.mark.parametrize(("name", "expected"), [("a.html", "&lt;b&gt;"), ("a.md", "<b>")])
def test_pages_are_escaped_and_plain_text_is_not(tmp_path, name, expected):
    write(tmp_path, name, "{{ text }}")
    assert Templates([tmp_path]).fill(name, text="<b>") == expected


def test_text_that_looks_like_a_template_is_text(tmp_path):
    write(tmp_path, "a.html", "{{ text }}")
    assert Templates([tmp_path]).fill("a.html", text="{{ 7 * 7 }}") == "{{ 7 * 7 }}"


def test_a_stylesheet_goes_in_as_it_stands(tmp_path):
    write(tmp_path, "s.css", '@media print {#a > b { content: "{{ x }}" }}\n')
    write(tmp_path, "a.html", '{{ asset("s.css") }}')
    assert Templates([tmp_path]).fill("a.html") == '@media print {#a > b { content: "{{ x }}" }}\n'


@pytest.mark.parametrize(
    "text",
    [
        "fine\n{% for x in %}",
        "fine\n{{ unknown }}",
        "fine\n{{ text.unknown }}",
        "fine\n{{ 1 / 0 }}",
        "fine\n{{ text + 1 }}",
        "fine\n{{ text.__class__.__mro__ }}",
    ],
)
def test_a_faulty_template_is_named_with_its_line(tmp_path, text):
    write(tmp_path, "a.html", text)
    with pytest.raises(FormatError, match=r"a\.html:2: ") as caught:
        Templates([tmp_path]).fill("a.html", text="text")
    assert "\n" not in str(caught.value)


def test_a_fault_in_a_part_is_named_with_the_file_of_the_part(tmp_path):
    write(tmp_path, "part.html", "{% macro m(x) %}\n\n{{ x.unknown }}{% endmacro %}")
    write(tmp_path, "a.html", '{% import "part.html" as part %}\n{{ part.m("x") }}')
    with pytest.raises(FormatError, match=r"part\.html:3: "):
        Templates([tmp_path]).fill("a.html")


def test_a_template_that_is_nowhere_is_named_with_the_folders(tmp_path):
    with pytest.raises(FormatError, match=r"a\.html is in none of"):
        Templates([tmp_path]).fill("a.html")


def test_a_template_in_another_encoding_is_named(tmp_path):
    (tmp_path / "a.html").write_bytes("中文".encode("gb18030"))
    with pytest.raises(FormatError, match="not UTF-8"):
        Templates([tmp_path]).fill("a.html")
