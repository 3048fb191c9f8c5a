"""Archives that want to harm: names that lead outside, links, bombs, overlaps, too many members; nothing is written."""

import gzip
import io
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

import piles
from test_read_piles import outcomes, reasons

SLIPS = ["../a.txt", "/etc/a.txt", "C:\\a.txt", "\\\\host\\a.txt", "a/../../b.txt", "..\\a.txt", "~/a.txt"]


@pytest.mark.parametrize("packing", ["zip", "tar"])
def test_names_that_lead_outside_are_refused_and_nothing_is_written(tmp_path: Path, packing: str) -> None:
    (tmp_path / "in").mkdir()
    members = {name: piles.WORDS.encode() for name in [*SLIPS, "good.txt"]}
    data = piles.zipped(members) if packing == "zip" else piles.tarred(members)
    found = outcomes(tmp_path / "in", f"p.{'zip' if packing == 'zip' else 'tar.gz'}", data)
    assert len([o for o in found if "leads outside" in (o.reason or "")]) == len(SLIPS)
    assert len([o for o in found if o.document is not None]) == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == sorted(["in", next((tmp_path / "in").iterdir()).name])


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_what_is_no_file_in_an_archive_is_never_followed(tmp_path: Path, kind: bytes) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        other = tarfile.TarInfo("passwd.txt")
        other.type, other.linkname = kind, "/etc/passwd"
        archive.addfile(other)
        good = tarfile.TarInfo("good.txt")
        good.size = len(piles.WORDS.encode())
        archive.addfile(good, io.BytesIO(piles.WORDS.encode()))
    found = outcomes(tmp_path, "p.tar", target.getvalue())
    assert [o.document.text for o in found if o.document] == [piles.WORDS]
    assert all("root:" not in str(o) for o in found)


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    (found,) = outcomes(tmp_path, "p.zip", target.getvalue())
    assert "link" in (found.reason or "")


def test_archives_nested_too_deep_bombs_and_encrypted_members_are_refused(tmp_path: Path) -> None:
    deep = piles.WORDS.encode()
    for level in range(6):
        deep = piles.zipped({f"{level}.{'zip' if level else 'txt'}": deep})
    encrypted = bytearray(piles.zipped({"a.txt": piles.WORDS.encode()}))
    encrypted[6] |= 1
    encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
    members = {
        "deep.zip": deep,
        "bomb.txt": bytes(30_000_000),
        "locked.zip": bytes(encrypted),
        "bomb.gz": gzip.compress(bytes(60_000_000)),
    }
    found = reasons(outcomes(tmp_path, "p.zip", piles.zipped(members)))
    assert len(found) == 4
    assert "archives inside archives" in next(r for p, r in found.items() if p.startswith("deep.zip"))
    assert "bomb" in found["bomb.txt"]
    assert "encrypted" in found["locked.zip#a.txt"]
    assert "20 MB" in found["bomb.gz"] or "bomb" in found["bomb.gz"]


def test_members_that_share_bytes_are_refused(tmp_path: Path) -> None:
    data = bytearray(piles.zipped({"a.txt": piles.WORDS.encode() * 20, "b.txt": piles.MORE.encode() * 20}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = (4).to_bytes(4, "little")
    (found,) = outcomes(tmp_path, "p.zip", bytes(data))
    assert found.reason is not None


def test_too_many_members_are_said(tmp_path: Path) -> None:
    data = piles.zipped({f"{n}.txt": b"Words of a short note." for n in range(10_003)})
    found = outcomes(tmp_path, "p.zip", data)
    assert len([o for o in found if o.document]) == 10_000
    assert (found[-1].reason or "").startswith("more than 10,000 members")
