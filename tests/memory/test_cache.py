"""The answers of engines in a database: kept, bounded, and never in the way of a build."""

import logging
import shutil
import sqlite3
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.memory.cache import EngineAnswers
from i18n_news.memory.database import SCHEMA, Database


def answers(folder, place="news.db", **options):
    return EngineAnswers(Database(place, folder), **options)


def at(seconds):
    return lambda: seconds


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_what_is_put_in_comes_back_and_nothing_else(tmp_path):
    answers(tmp_path).put_many({"a": b"1", "b": b"\0\xff", "c": b""})
    assert answers(tmp_path).get_many(["a", "b", "c", "d"]) == {"a": b"1", "b": b"\0\xff", "c": b""}


def test_a_later_answer_takes_the_place_of_an_earlier_one(tmp_path):
    for answer in (b"damaged", b"whole"):
        answers(tmp_path).put_many({"a": answer})
    assert answers(tmp_path).get_many(["a"]) == {"a": b"whole"}


@given(st.lists(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.binary(max_size=9)), max_size=5))
def test_it_answers_as_a_dictionary_does(tmp_path_factory, rounds):
    store, wanted = answers(tmp_path_factory.mktemp("cache")), {}
    for each in rounds:
        store.put_many(each)
        wanted |= each
        assert store.get_many(sorted(wanted)) == wanted


def test_more_keys_than_a_statement_takes(tmp_path):
    many = {f"{number}": b"x" for number in range(1_700)}
    answers(tmp_path).put_many(many)
    assert answers(tmp_path).get_many(list(many)) == many


def test_nothing_is_made_before_something_is_asked(tmp_path):
    store = answers(tmp_path)
    assert store.get_many([]) == {} and list(tmp_path.iterdir()) == []


# --- the bound


def test_beyond_the_bound_those_go_that_were_not_used_for_longest(tmp_path):
    for day, key in enumerate("abc"):
        answers(tmp_path, clock=at(day * 100_000)).put_many({key: bytes(40)})
    # Reading counts as use.
    answers(tmp_path, clock=at(300_000)).get_many(["a"])
    answers(tmp_path, clock=at(400_000), most_bytes=130).put_many({"d": bytes(30)})
    assert sorted(answers(tmp_path).get_many(list("abcd"))) == ["a", "c", "d"]


def test_the_bound_holds_while_one_build_goes_on(tmp_path):
    store = answers(tmp_path, most_bytes=1000)
    for number in range(100):
        store.put_many({f"{number}": bytes(50)})
    left = store.get_many([f"{number}" for number in range(100)])
    assert 800 <= sum(map(len, left.values())) <= 1000


def test_a_build_that_only_reads_writes_nothing(tmp_path):
    answers(tmp_path, clock=at(0)).put_many({"a": b"1"})
    before = (tmp_path / "news.db").read_bytes()
    answers(tmp_path, clock=at(3600)).get_many(["a"])
    assert (tmp_path / "news.db").read_bytes() == before


# --- what may go wrong


def test_a_file_that_is_no_database_is_one_warning_and_stays(tmp_path, caplog):
    (tmp_path / "news.db").write_bytes(b"a letter to the mayor" * 100)
    store = answers(tmp_path)
    for _ in range(2):
        assert store.get_many(["a"]) == {}
        store.put_many({"a": b"1"})
    (line,) = warnings(caplog)
    assert "news.db: file is not a database; every sentence is translated again" in line and "\n" not in line
    assert (tmp_path / "news.db").read_bytes() == b"a letter to the mayor" * 100


@pytest.mark.parametrize("place", ["missing/news.db", "file/news.db", ".", "nosuch://host/news", "postgresql+x://h/d"])
def test_a_place_that_cannot_be_opened_is_one_warning(tmp_path, caplog, place):
    (tmp_path / "file").write_bytes(b"")
    store = answers(tmp_path, place)
    assert store.get_many(["a"]) == {}
    store.put_many({"a": b"1"})
    assert len(warnings(caplog)) == 1


def test_a_password_is_not_in_the_warning(tmp_path, caplog):
    answers(tmp_path, "nosuch://user:geheim@host/news").get_many(["a"])
    assert "geheim" not in str(warnings(caplog))


def test_a_database_that_cannot_be_written_still_answers(tmp_path, caplog):
    answers(tmp_path, clock=at(0)).put_many({"a": b"1"})
    store = answers(tmp_path, f"sqlite:///file:{(tmp_path / 'news.db').as_posix()}?mode=ro&uri=true")
    for _ in range(2):
        assert store.get_many(["a"]) == {"a": b"1"}
        store.put_many({"b": b"2"})
    (line,) = warnings(caplog)
    assert "readonly database; what is translated now is not kept" in line


def test_another_version_of_the_tables_is_left_alone(tmp_path, caplog):
    answers(tmp_path).put_many({"a": b"1"})
    with sqlite3.connect(tmp_path / "news.db") as other:
        other.execute("UPDATE schema_version SET version = ?", (SCHEMA + 1,))
    other.close()
    assert answers(tmp_path).get_many(["a"]) == {}
    assert "update i18n-news" in warnings(caplog)[0]


def test_what_another_program_locked_is_not_waited_for_long(tmp_path, caplog, monkeypatch):
    monkeypatch.setattr("i18n_news.memory.database.BUSY_SECONDS", 0.05)
    answers(tmp_path).put_many({"a": b"1"})
    other = sqlite3.connect(tmp_path / "news.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = answers(tmp_path)
    found = store.get_many(["a"])
    other.close()
    assert (found, "database is locked" in warnings(caplog)[0]) == ({}, True)


def test_a_database_that_is_deleted_in_between_is_made_again(tmp_path, caplog):
    store = answers(tmp_path)
    store.put_many({"a": b"1"})
    (tmp_path / "news.db").unlink()
    assert store.get_many(["a"]) == {}
    store.put_many({"b": b"2"})
    assert (store.get_many(["a", "b"]), warnings(caplog)) == ({"b": b"2"}, [])


def test_a_folder_that_goes_in_between_is_one_warning(tmp_path, caplog):
    (tmp_path / "a").mkdir()
    store = answers(tmp_path / "a")
    store.put_many({"a": b"1"})
    shutil.rmtree(tmp_path / "a")
    store.put_many({"b": b"2"})
    assert (store.get_many(["b"]), len(warnings(caplog))) == ({}, 1)


def test_several_builds_at_once_lose_nothing(tmp_path, caplog):
    def build(name):
        store = answers(tmp_path)
        for number in range(20):
            store.put_many({f"{name}{number}": b"own", f"shared{number}": b"same"})

    builds = [threading.Thread(target=build, args=(name,)) for name in "abcd"]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    keys = [f"{name}{number}" for name in ("a", "b", "c", "d", "shared") for number in range(20)]
    assert (sorted(answers(tmp_path).get_many(keys)), warnings(caplog)) == (sorted(keys), [])
