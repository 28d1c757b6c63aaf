"""The wheel holds everything that the source does, and nothing else of the project."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_wheel_holds_the_package_whole(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {str(p.relative_to(source)) for p in (source / "crosswire").rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert wanted - packed == set()
    rest = {name for name in packed - wanted if ".dist-info/" not in name}
    assert rest == set()
    assert {Path(name).name for name in packed} >= {"LICENSE", "NOTICE", "entry_points.txt", "py.typed"}
