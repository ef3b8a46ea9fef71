"""A name whose English was composed by rule is told once, so that somebody registers it."""

import pytest

from i18n_news.model import Locale, Severity
from tests.checks.releases import found, release, span

SOURCE = "邹启明走访雁湖产业园，随后邹启明与华翎公司座谈。"
FORMS = {"邹启明": "Zou Qiming", "雁湖产业园": "Yanhu Industrial Park", "华翎公司": "Hualing Company"}


def told(words, origin, kind="place", locale=Locale.EN, forms=None):
    spans = [span(SOURCE, word, kind, forms or {Locale.EN: FORMS[word]}, origin=origin) for word in words]
    return found("unregistered-name", release(SOURCE, "They met there.", locale, spans), Severity.WARNING)


@pytest.mark.parametrize(
    ("words", "origin", "kind"),
    [
        (["雁湖产业园"], "names:body (check)", "place"),
        (["华翎公司"], "names:body (check)", "organization"),
        (["邹启明"], "names:lac (check)", "person"),
        (["邹启明"], "names:title (check)", "person"),
        (["雁湖产业园", "华翎公司"], "names:body (check)", "organization"),
    ],
)
def test_a_composed_name_is_a_warning(words, origin, kind):
    assert len(told(words, origin, kind)) == len(words)


@pytest.mark.parametrize(
    "origin", ["glossary:places.tsv:4", "glossary:places.tsv:4 (draft)", "names:title", "review:user", ""]
)
def test_a_name_that_somebody_decided_is_no_issue(origin):
    assert told(["雁湖产业园"], origin) == []


def test_a_name_is_told_once_with_its_english():
    source = "邹启明邹启明"
    twice = [span(source, "邹启明", "person", {Locale.EN: "Zou Qiming"}, origin="names:lac (check)")]
    twice.append(type(twice[0])(3, 6, twice[0].kind, twice[0].forms, origin=twice[0].origin))
    (message,) = found("unregistered-name", release(source, "He met himself.", spans=twice))
    assert "“邹启明” is in no glossary; its English “Zou Qiming” was composed" in message


def test_the_traditional_edition_has_no_english_to_register():
    assert told(["雁湖产业园"], "names:body (check)", locale=Locale.ZH_HANT_TW) == []
