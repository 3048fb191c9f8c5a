"""The same findings, byte for byte, from one process, from Spark, and from Spark with executor processes of its own."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from headwater.align import find_shared
from headwater.align.pairs import judge, sort_analyses
from headwater.align.signs import Signs
from headwater.align.steps import pack
from headwater.engine import open_engine
from headwater.errors import UsageError
from headwater.pipeline import trace
from headwater.records import Analysis
from newsroom.write import write

DOCUMENTS = 240
HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


def _trace(news: Path, *options: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "headwater", "trace", "documents", "--metadata", "metadata.csv", "--json", *options],
        cwd=news,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    write(folder, seed=33, documents=DOCUMENTS)
    return folder


@pytest.fixture(scope="module")
def here(news: Path) -> bytes:
    return _trace(news, "--quiet")


@pytest.mark.slow
@pytest.mark.skipif(not HAS_SPARK, reason="needs PySpark and Java: pip install -r requirements/spark.txt")
@pytest.mark.parametrize("master", ["local[2]", "local-cluster[2,1,1024]"])
def test_spark_finds_what_one_process_finds(news: Path, here: bytes, master: str) -> None:
    assert here.count(b'"shared_origin"') > 10  # there is something to find
    assert _trace(news, "--quiet", "--engine", "spark", "--master", master) == here


def test_what_is_sent_of_a_document_is_all_that_decides_what_is_shared(tmp_path: Path) -> None:
    write(tmp_path, seed=33, documents=60)
    case = trace([tmp_path / "documents"], metadata=tmp_path / "metadata.csv", workers=1)
    whole = sort_analyses(case.analyses)
    found = find_shared(whole, Signs())
    assert find_shared([msgspec.json.decode(pack(a), type=Analysis) for a in whole], Signs()) == found
    told = judge(whole, found, Signs())
    assert len(told) < sum(map(len, found.shared.values()))  # what only the whole documents tell comes after


def test_an_engine_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="local and spark"):
        open_engine("dask")


def test_nothing_of_spark_is_loaded_where_it_was_not_asked_for(news: Path) -> None:
    code = (
        "import sys, headwater.cli, headwater.pipeline as p; p.trace(['documents/0000'], workers=1);"
        "print([m for m in sys.modules if m.split('.')[0] in ('pyspark', 'pyarrow', 'pandas')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=news, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
