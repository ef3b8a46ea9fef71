"""The encoding is told by what gives real Chinese, also for one short line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.errors import InputError
from i18n_news.text.encodings import declared, decode

SIMPLIFIED = "港区智慧闸口今天正式启用，江畔经济开发区管委会主任出席并讲话。\n新增就业2.14万人，同比增长8.6%。\n"
TAIWAN = "港區智慧閘口今天正式啟用，江畔經濟開發區管委會主任出席並講話。\n新增就業2.14萬人，同比增長8.6%。\n"
# 啫 and 嘢 are in the Hong Kong set only.
HONG_KONG = "港區智慧閘口今日啟用，呢個係新嘢啫，主席講話之後大家都話好。\n新增就業2.14萬人，同比增長8.6%。\n"
LINES = (
    *((line, encoding) for line in (SIMPLIFIED, *SIMPLIFIED.splitlines()) for encoding in ("utf-8", "gb18030", "gbk")),
    *((line, encoding) for line in (TAIWAN, *TAIWAN.splitlines()) for encoding in ("utf-8", "big5", "gb18030")),
    (HONG_KONG, "big5hkscs"),
)


@pytest.mark.parametrize(("text", "encoding"), LINES)
def test_a_text_is_read_in_its_encoding(text, encoding):
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [SIMPLIFIED, TAIWAN])
def test_unicode_is_read_with_its_mark_and_without(text, encoding):
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_byte_orders_are_told_by_their_mark(mark):
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + SIMPLIFIED.encode(encoding), "a.txt").text == SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (TAIWAN, "big5", "Big5"),
        (HONG_KONG, "big5hkscs", "Big5-HKSCS"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (SIMPLIFIED, "utf-8", "UTF-8"),
    ],
)
def test_the_encoding_is_named(text, encoding, name):
    assert decode(text.encode(encoding), "a.txt").encoding == name


@pytest.mark.parametrize(("text", "encoding"), [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TAIWAN, "big5")])
def test_one_damaged_byte_is_marked_and_the_rest_is_read(text, encoding):
    data = text.encode(encoding)
    decoded = decode(data[:-1].replace("闸".encode(encoding, "ignore") or b"\0\0", b"\xff") + b"\xff\n", "a.txt")
    assert "正式" in decoded.text and 1 <= decoded.damaged <= 3


def test_a_file_that_says_gb2312_and_is_utf_8_is_read_as_what_it_is():
    assert declared(SIMPLIFIED.encode(), "gb2312", "a.html").text == SIMPLIFIED


def test_a_mark_of_utf_8_before_other_bytes_is_no_proof():
    assert decode(b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"), "a.txt").text.endswith(SIMPLIFIED[-10:])


@pytest.mark.parametrize("data", [b"\xff\xfd\xfc\xfb" * 9, bytes(range(128, 256)), "Grüße".encode("latin-1")])
def test_what_is_no_chinese_in_any_encoding_is_refused(data):
    with pytest.raises(InputError, match=r"a\.txt"):
        decode(data, "a.txt")


@given(st.text(alphabet="港区今天开工的一是在有和人大工程建设发展企业，。、0123456789", min_size=8, max_size=60))
def test_usual_text_survives_every_encoding(text):
    if not text.strip() or sum(char > "z" for char in text) < 8:
        return
    for encoding in ("utf-8", "utf-16", "gb18030"):
        assert decode(text.encode(encoding), "a.txt").text == text
