"""How much memory a process holds, as the system tells it: for systems that enforce no cap (Windows, macOS)."""

import ctypes
import subprocess
import sys

PATIENCE = 5.0  # seconds for `ps` to answer


def memory_of(process: int) -> int | None:
    """Return the bytes that a process holds now; None where the system does not say, or the process is gone."""
    return _committed(process) if sys.platform == "win32" else _resident(process)


def _resident(process: int) -> int | None:
    try:
        listed = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    kibibytes = listed.stdout.strip()
    return int(kibibytes) * 1024 if kibibytes.isdigit() else None


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *(
            (name, ctypes.c_size_t)
            for name in ("peak", "resident", "q1", "q2", "q3", "q4", "committed", "peak_committed")
        ),
    )


def _committed(process: int) -> int | None:
    kernel = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(0x1000, False, process))  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return None
    counters = _Counters(size=ctypes.sizeof(_Counters))
    try:
        known = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
    finally:
        kernel.CloseHandle(handle)
    return (counters.committed or None) if known else None
