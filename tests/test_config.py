import pytest

from i18n_news.config import FORMATS, Config, Silence, changed, load
from i18n_news.errors import ConfigError
from i18n_news.model import Locale


def written(folder, text):
    path = folder / "i18n-news.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(start=tmp_path) == Config(folder=tmp_path.resolve())


def test_the_nearest_file_upwards_counts_and_its_folder_is_the_workspace(tmp_path):
    written(tmp_path, "[engine]\nbeam = 4\n")
    (tmp_path / "a" / "b").mkdir(parents=True)
    config = load(start=tmp_path / "a" / "b")
    assert (config.engine.beam, config.folder) == (4, tmp_path.resolve())


def test_a_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "i18n-news.toml"
    path.write_bytes(b"\xef\xbb\xbf[build]\nout = 'web'\n")
    assert load(path).build.out == "web"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[biuld]\n", "unknown section 'biuld'; did you mean 'build'"),
        ("[build]\nediton = []\n", r"unknown key in \[build\] 'editon'; did you mean 'editions'"),
        ("[build]\neditions = ['en', 'fr']\n", "build.editions cannot be 'fr'"),
        ("[build]\nfail_on = 'always'\n", "build.fail_on cannot be 'always'"),
        ("[style]\nmoney = 'dollars'\n", "style.money cannot be 'dollars'; choose from RMB 1.2 billion"),
        ("[engine]\nbeam = '2'\n", "engine.beam must be a whole number"),
        ("[engine]\nbeam = 0\n", "engine.beam must be at least 1"),
        ("[engine]\nkind = 'chatt'\n", "engine.kind cannot be 'chatt'; did you mean 'chat'"),
        ("[engine]\nparalel = 3\n", r"unknown key in \[engine\] 'paralel'; did you mean 'parallel'"),
        ("[engine]\nparallel = 0\n", "engine.parallel must be at least 1"),
        ("[engine]\ntimeout = 0\n", "engine.timeout more than 0"),
        ("[engine]\nallow_remote = 'yes'\n", "engine.allow_remote must be true or false"),
        ("[engine]\nsource_prefix = 'zho_Hans'\n", "engine.source_prefix must be a list of texts"),
        ("[engine]\nkind = 'chat'\nurl = 'http://127.0.0.1:8080/v1'\n", "needs engine.url and engine.model"),
        ("[engine]\napi_key_env = 'sk-1 2'\n", "engine.api_key_env must name an environment variable"),
        ("[build]\nformats = ['word']\n", "build.formats cannot be 'word'; choose from html, md, txt, docx, pdf, all"),
        ("[house]\nlogos = 'x'\n", r"unknown key in \[house\] 'logos'; did you mean 'logo'"),
        ("[house.fr]\nabout = 'x'\n", r"unknown key in \[house\] 'fr'; known are en, logo, zh-Hans"),
        ("[house]\nen = 'x'\n", r"house\.en must be a section; write \[house\.en\]"),
        ("[house.en]\norganisation = 'x'\n", r"unknown key in \[house\.en\] 'organisation'; did you mean 'organiz"),
        ("[house.en]\nabout = 3\n", r"house\.en\.about must be a text"),
        ("[glossary]\ndrafts = 1\n", "glossary.drafts must be true or false"),
        ("[glossary]\nfiles = 'one.tsv'\n", "glossary.files must be a list"),
        ("build = 3\n", "build must be a section"),
        ("[silence]\n", r"silence must be a list of tables; write \[\[silence\]\]"),
        ("[[silence]]\ncheck = 'a'\nrelease = '*'\n", r"\[\[silence\]\] 1 has no reason; write why"),
        ("[[silence]]\ncheck = 'a'\nreason = 'b'\n", r"\[\[silence\]\] 1 has no release; write the name"),
        ("[[silence]]\nrelease = '*'\nreason = 'b'\n", r"\[\[silence\]\] 1 has no check; write which"),
        ("[[silence]]\ncheck = 'a'\nrelease = '*'\nreason = ' '\n", r"\[\[silence\]\] 1 has no reason"),
        ("[[silence]]\nreson = 'b'\n", r"unknown key in \[silence\] 'reson'; did you mean 'reason'"),
        ("[[silence]]\ncheck = 3\n", r"silence\.check must be a text"),
        ("[build\n", "is not a TOML file"),
    ],
)
def test_what_cannot_be_used_is_named_with_the_file(tmp_path, text, message):
    path = written(tmp_path, text)
    with pytest.raises(ConfigError, match=message) as error:
        load(path)
    assert str(path) in str(error.value)


def test_the_office_has_words_of_its_own_in_each_language(tmp_path):
    text = "[house]\nlogo = 'logo.png'\n[house.en]\norganization = 'Zone'\n[house.zh-Hant-TW]\nabout = '關於'\n"
    house = load(written(tmp_path, text)).house
    assert house.logo == "logo.png" and house.texts[Locale.EN].organization == "Zone"
    assert house.texts[Locale.ZH_HANT_TW].about == "關於" and Locale.ZH_HANS not in house.texts


@pytest.mark.parametrize(
    ("given", "chosen"), [("'pdf', 'html', 'pdf'", ("html", "pdf")), ("'all'", FORMATS), ("'md', 'all'", FORMATS)]
)
def test_formats_are_chosen_once_and_all_stands_for_every_one(tmp_path, given, chosen):
    assert load(written(tmp_path, f"[build]\nformats = [{given}]\n")).build.chosen_formats == chosen


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"missing\.toml: cannot be read"):
        load(tmp_path / "missing.toml")


def test_options_of_the_command_line_beat_the_file(tmp_path):
    config = changed(load(written(tmp_path, "[build]\nfail_on = 'never'\n")), {"fail_on": "warning", "drafts": True})
    assert (config.build.fail_on, config.glossary.drafts) == ("warning", True)


def test_an_option_that_was_not_given_changes_nothing():
    assert changed(Config(), {"editions": None, "fail_on": "", "drafts": None}) == Config()


def test_an_option_that_cannot_be_is_refused():
    with pytest.raises(ConfigError, match=r"the command line: build\.editions cannot be 'fr'"):
        changed(Config(), {"editions": ["fr"]})


def test_a_key_that_stands_in_the_file_is_not_repeated(tmp_path):
    with pytest.raises(ConfigError) as error:
        load(written(tmp_path, "[engine]\napi_key_env = 'sk-geheim'\n"))
    assert "geheim" not in str(error.value)


def test_a_model_of_many_languages_has_its_tokens(tmp_path):
    config = load(written(tmp_path, "[engine]\nsource_prefix = ['zho_Hans']\ntarget_prefix = ['eng_Latn']\n"))
    assert (config.engine.source_prefix, config.engine.target_prefix) == (("zho_Hans",), ("eng_Latn",))


def test_silences_stand_in_the_order_of_the_file(tmp_path):
    table = "[[silence]]\ncheck = '{}'\nrelease = '*'\nreason = 'why'\n"
    config = load(written(tmp_path, table.format("one") + table.format("two") + "text = '三进三问'\n"))
    assert config.silence == (Silence("one", "*", "why"), Silence("two", "*", "why", text="三进三问"))


def test_a_whole_number_of_seconds_is_a_timeout(tmp_path):
    assert load(written(tmp_path, "[engine]\ntimeout = 30\n")).engine.timeout == 30.0
