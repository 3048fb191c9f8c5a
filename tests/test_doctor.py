"""headwater doctor: sound installations pass, missing parts and damaged cases are named with what to do."""

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path

import pytest

from headwater import doctor
from headwater.pipeline import trace


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "headwater", "doctor", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_sound_installation_is_found_sound(tmp_path: Path) -> None:
    found = {finding.name: finding for finding in doctor.examine(tmp_path)}
    assert {
        f.health for name, f in found.items() if "pyspark" not in name and "java" not in name and name != "case"
    } == {"ok"}
    assert found["case"].health == "missing"


def test_a_missing_package_is_named_with_the_format_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = importlib.metadata.version

    def version(package: str) -> str:
        if package == "pypdfium2":
            raise importlib.metadata.PackageNotFoundError(package)
        return whole(package)

    monkeypatch.setattr(importlib.metadata, "version", version)
    (finding,) = [f for f in doctor.examine() if f.health == "missing" and "PDF" in f.name]
    assert finding == doctor.Finding("pypdfium2 (PDF)", "missing", "not installed", "pip install pypdfium2")


def test_a_case_is_examined_too(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The mayor said the bridge was closed.")
    trace([text], case=tmp_path / "case")
    done = run(str(tmp_path / "case"), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[-1]["found"].endswith("everything is as it was written")
    (original,) = [f for f in (tmp_path / "case" / "originals").rglob("*") if f.is_file()]
    original.write_bytes(original.read_bytes().replace(b"closed", b"opened"))
    done = run(str(tmp_path / "case"))
    assert done.returncode == 1
    assert "its bytes are not those that were read" in done.stdout


def test_network_drives_are_warned_about(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "_file_system", lambda path: "nfs4")
    assert [f.health for f in doctor.examine(tmp_path) if f.name == "file system"] == ["warning"]


def test_a_case_is_copied_by_command_and_the_copy_is_checked(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The mayor said the bridge was closed.")
    trace([text], case=tmp_path / "case")
    command = [sys.executable, "-m", "headwater", "copy", str(tmp_path / "case"), str(tmp_path / "copy")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'copy'}: everything is as it was written\n")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
