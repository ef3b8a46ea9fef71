import pytest

from i18n_news.models import install as door
from i18n_news.models import store
from i18n_news.models.sources import FONTS_HANS, FONTS_HANT, MODELS, PackageIndex
from tests.models.conftest import model_of, zip_of

FONTS = (FONTS_HANS, FONTS_HANT)
WHEEL = {
    "fonts/Serif.otf": b"outlines",
    "fonts-1.0.dist-info/licenses/LICENSE": b"OFL",
}


@pytest.mark.parametrize("model", FONTS, ids=lambda model: model.name)
def test_fonts_are_models_that_come_from_the_package_index_as_a_whole_wheel(model):
    assert model in MODELS and model.licence == "OFL-1.1" and model.root == ""
    assert model.sources == (PackageIndex(model.sources[0].project, model.archive),)
    assert model.archive.name.endswith(".whl")


@pytest.mark.parametrize("model", FONTS, ids=lambda model: model.name)
def test_no_font_is_installed_without_its_licence(model):
    names = [name for name, _ in model.files]
    assert any(name.endswith("/LICENSE") for name in names)
    assert sum(name.endswith(".otf") for name in names) == 2


def test_a_wheel_is_installed_with_everything_in_it(tmp_path, home):
    archive = tmp_path / "fonts-1.0-py3-none-any.whl"
    archive.write_bytes(zip_of(WHEEL))
    from dataclasses import replace

    model = replace(model_of(archive.read_bytes(), WHEEL), root="")
    folder = door.install(model, from_file=archive)
    assert {str(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file()} == set(WHEEL)


@pytest.mark.parametrize("model", FONTS, ids=lambda model: model.name)
def test_installed_fonts_are_those_of_the_table(model):
    if store.find(model) is None:
        pytest.skip(f"{model.name} is not installed here")
    assert store.status_of(model, verify=True).state == "installed"
