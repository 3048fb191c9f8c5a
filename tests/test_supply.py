"""What Headwater is built from: licences that permit, versions locked by hash, one wheel that installs anywhere."""

import importlib.metadata
import importlib.util
import json
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("core", "dev", "spark")
WHEEL = 40_000_000  # bytes that the wheel may have
REFUSED = re.compile(r"\b(?:AGPL|GPL|Affero|SSPL|BUSL|Commons Clause)\b|General Public License", re.IGNORECASE)
UNREACHED = re.compile(r"NewConnectionError|ConnectTimeout|Name or service not known|name resolution|unreachable")
ALLOWED = re.compile(r"\bLGPL|Lesser General Public|GPL-compatible", re.IGNORECASE)


def locked(name: str) -> list[str]:
    """Return the names of the packages that a lock file holds."""
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    return [match[1] for line in lines if (match := re.match(r"([A-Za-z0-9._-]+)==", line))]


def field(package: str, name: str) -> str:
    """Return a field of an installed package's metadata, "" where it has none."""
    return "".join((importlib.metadata.metadata(package).get_all(name) or [])[:1])


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_by_hash(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    entries = re.split(r"\n(?=[A-Za-z0-9._-]+==)", text)
    assert len(entries) > 10
    assert all("--hash=sha256:" in entry for entry in entries)


def test_no_package_of_the_core_has_a_licence_that_binds_others() -> None:
    found = []
    for name in locked("core"):
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system
        classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
        said = field(name, "License-Expression") or " ".join(classifiers) or field(name, "License")[:200]
        if REFUSED.search(ALLOWED.sub("", said)) and " OR " not in said:
            found.append(f"{name}: {said}")
    assert not found


def test_no_package_of_the_core_is_missing_its_licence() -> None:
    silent = []
    for name in locked("core"):
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        files = importlib.metadata.files(name) or []
        licence = any(re.search(r"licen[cs]e|copying", str(file), re.IGNORECASE) for file in files)
        classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
        declared = field(name, "License-Expression") or field(name, "License") or classifiers
        if not licence and not declared:
            silent.append(name)
    assert not silent


def test_the_bill_of_materials_names_every_locked_package_with_its_hashes() -> None:
    made = subprocess.run([sys.executable, ROOT / "tests" / "sbom.py"], capture_output=True, check=True).stdout
    assert made == subprocess.run([sys.executable, ROOT / "tests" / "sbom.py"], capture_output=True, check=True).stdout
    found = json.loads(made)
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert [part["name"] for part in found["components"]] == locked("core")
    assert all(part["properties"] and part["purl"].startswith("pkg:pypi/") for part in found["components"])
    silent = [part["name"] for part in found["components"] if "licenses" not in part]
    assert all(importlib.util.find_spec(name.replace("-", "_")) is None for name in silent), silent


def test_nothing_is_loaded_that_can_run_code() -> None:
    for file in (ROOT / "src").rglob("*.py"):
        text = file.read_text()
        assert not re.search(r"^\s*(?:import|from) (?:pickle|marshal|shelve|dill|joblib)\b", text, re.MULTILINE), file
        assert not re.search(r"(?<![\w.])(?:eval|exec)\(", text), file


@pytest.mark.slow
def test_one_wheel_installs_from_a_folder_of_wheels_in_a_path_with_blanks_and_marks(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, timeout=300)
    (wheel,) = tmp_path.glob("headwater-*.whl")
    assert wheel.stat().st_size < WHEEL
    assert wheel.name.endswith("-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "headwater/models/attribution/encoder.onnx" in names
    assert not any(name.startswith(("tests/", "eval/", "samples/")) for name in names)
    home = tmp_path / "Über uns – π"
    venv.create(home, with_pip=True, system_site_packages=False)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    lock = ["--require-hashes", "--requirement", str(ROOT / "requirements" / "core.txt")]
    house = tmp_path / "wheels"
    download = [*pip, "download", "--only-binary", ":all:", "--dest", str(house), *lock]
    fetched = subprocess.run(download, capture_output=True, text=True, check=False, timeout=600)
    if fetched.returncode != 0 and UNREACHED.search(fetched.stderr):
        pytest.skip("no package index can be reached from here")
    assert fetched.returncode == 0, fetched.stderr  # no compiler is needed: each package has a wheel
    offline = [*pip, "install", "--no-index", "--find-links", str(house)]
    subprocess.run([*offline, *lock], check=True, timeout=600)
    subprocess.run([*offline, "--no-deps", str(wheel)], check=True, timeout=300)
    version = subprocess.run([str(python), "-m", "headwater", "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("headwater, version ")
    text = home / "ein Text.txt"
    text.write_text("“The bridge is closed,” said Mira Oduya, the mayor of Vail.\n")
    run = [str(python), "-m", "headwater", "--offline", "trace", str(text), "--json", "--quiet"]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Mira Oduya" in done.stdout
