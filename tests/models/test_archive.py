"""Models carried in one file: what comes out is what went in, or nothing."""

import shutil
import zipfile

import pytest

from i18n_news.errors import EngineError
from i18n_news.models import archive
from i18n_news.models.install import install
from i18n_news.models.store import find, status_of

from .conftest import FILES, zip_of


@pytest.fixture
def carried(tiny, tmp_path):
    """The file of an office that has the model, and the model, which is then not installed any more."""
    folder = install(tiny)
    (folder / "LICENSE").write_bytes(b"CC0")
    file = tmp_path / "models.zip"
    assert archive.export(file, models=[tiny]) == (tiny,)
    shutil.rmtree(folder)
    return file, tiny


def test_what_is_exported_is_installed_whole_without_a_network(carried, site):
    file, model = carried
    site.asked.clear()
    ((installed, folder),) = archive.install_export(file, models=[model])
    assert (installed, find(model), site.asked) == (model, folder, [])
    assert status_of(model, verify=True).state == "installed"
    assert (folder / "LICENSE").read_bytes() == b"CC0"


def test_the_hashes_in_the_file_are_those_of_its_members(carried, tmp_path):
    import hashlib

    with zipfile.ZipFile(carried[0]) as content:
        lines = content.read(archive.HASHES).decode().splitlines()
        found = [f"{hashlib.sha256(content.read(name)).hexdigest()}  {name}" for name in content.namelist()[:-1]]
    assert lines == found


def test_equal_models_make_equal_files(carried, tmp_path):
    file, model = carried
    archive.install_export(file, models=[model])
    archive.export(tmp_path / "again.zip", models=[model])
    assert (tmp_path / "again.zip").read_bytes() == file.read_bytes()


def test_only_a_file_of_export_is_recognized(carried, tmp_path):
    (tmp_path / "other.zip").write_bytes(zip_of(FILES))
    (tmp_path / "text").write_bytes(b"PK")
    names = [carried[0], tmp_path / "other.zip", tmp_path / "text", tmp_path / "none", tmp_path]
    assert [archive.is_export(path) for path in names] == [True, False, False, False, False]


def test_no_file_is_overwritten(tiny, tmp_path):
    install(tiny)
    (tmp_path / "models.zip").write_bytes(b"mine")
    with pytest.raises(EngineError, match="stands there already"):
        archive.export(tmp_path / "models.zip", models=[tiny])
    assert (tmp_path / "models.zip").read_bytes() == b"mine"


def test_without_a_model_there_is_nothing_to_export(tiny, tmp_path):
    with pytest.raises(EngineError, match="no model is installed here"):
        archive.export(tmp_path / "models.zip", models=[tiny])
    assert not (tmp_path / "models.zip").exists()


def test_a_damaged_model_is_not_carried_along(tiny, tmp_path):
    (install(tiny) / "sentencepiece.model").write_bytes(b"PIECES")
    with pytest.raises(EngineError, match="--force"):
        archive.export(tmp_path / "models.zip", models=[tiny])
    assert not (tmp_path / "models.zip").exists()


def test_a_folder_that_is_not_there_is_one_line(tiny, tmp_path):
    install(tiny)
    with pytest.raises(EngineError, match="cannot write"):
        archive.export(tmp_path / "none" / "models.zip", models=[tiny])


def changed(**files):
    whole = {f"tiny-1/{name}": data for name, data in FILES.items()} | {archive.HASHES: b""}
    return zip_of(whole | {name.replace("__", "/"): data for name, data in files.items()})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed(**{"tiny-1/metadata.json": b"[]"}), "damaged"),
        (changed(**{"tiny-1/metadata.json": b"[1]"}), "another size"),
        (zip_of({"tiny-1/metadata.json": b"{}"}), "is missing"),
        (changed(**{"tiny-1/bomb": bytes(2_000_000)}), "holds more"),
        (changed(**{f"tiny-1/{number}": b"" for number in range(200)}), "holds more"),
        (changed(**{"tiny-1/../../out": b""}), "leads out"),
        (zip_of({"other-2/metadata.json": b"{}"}), "none of the models of this version"),
        (changed()[:-30], "copy the file again"),
        (b"", "copy the file again"),
    ],
    ids=["hash", "size", "missing", "bomb", "many", "path", "version", "cut", "empty"],
)
def test_another_file_installs_nothing(tiny, tmp_path, data, message):
    (tmp_path / "models.zip").write_bytes(data)
    with pytest.raises(EngineError, match=message):
        archive.install_export(tmp_path / "models.zip", models=[tiny])
    assert find(tiny) is None
    assert not (tmp_path / "out").exists()
