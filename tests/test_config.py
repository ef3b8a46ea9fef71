import pytest

from i18n_news.config import Config, changed, load
from i18n_news.errors import ConfigError


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
        ("[glossary]\ndrafts = 1\n", "glossary.drafts must be true or false"),
        ("[glossary]\nfiles = 'one.tsv'\n", "glossary.files must be a list"),
        ("build = 3\n", "build must be a section"),
        ("[build\n", "is not a TOML file"),
    ],
)
def test_what_cannot_be_used_is_named_with_the_file(tmp_path, text, message):
    path = written(tmp_path, text)
    with pytest.raises(ConfigError, match=message) as error:
        load(path)
    assert str(path) in str(error.value)


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
