"""The documentation is true: generated parts are up to date, commands are documented, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from headwater.cli import cli

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "samples").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_generated_parts_are_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "--diff", *[str(p) for p in PAGES]],
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout.decode()


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text()
    assert [name for name in cli.commands if f"## headwater {name}" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    targets = LINK.findall(page.read_text())
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_the_make_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert named
    assert [name for name in named if f"\n{name}:" not in makefile] == []
