import pytest
from hypothesis import given

from i18n_news.errors import FormatError
from i18n_news.formats import snapshot
from tests.strategies import documents


@given(documents())
def test_a_snapshot_reads_back_as_the_same_document(document):
    assert snapshot.load(snapshot.dump(document)) == document


@given(documents())
def test_a_snapshot_has_the_same_bytes_each_time(document):
    assert snapshot.dump(snapshot.load(snapshot.dump(document))) == snapshot.dump(document)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b'{"version": 99}', b'{"version": 1, "id": "x"}'])
def test_what_is_no_snapshot_is_refused_with_its_name(data):
    with pytest.raises(FormatError, match=r"out/x/release\.json"):
        snapshot.load(data, "out/x/release.json")
