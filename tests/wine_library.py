"""Put beside Headwater where Windows' Python runs under Wine: what Wine's C library lacks of Windows' own.

numpy asks for the parts of complex numbers as it is imported; Wine 10 has the names, and stops a program that uses
them. Their machine code (Windows' calling convention for 64 bits) is written over the stubs.
"""

import ctypes
import sys

CODE = {
    b"crealf": "66 0f 6e c1 c3",  # movd xmm0, ecx; ret
    b"cimagf": "48 c1 e9 20 66 0f 6e c1 c3",  # shr rcx, 32; movd xmm0, ecx; ret
    b"creal": "f2 0f 10 01 c3",  # movsd xmm0, [rcx]; ret
    b"creall": "f2 0f 10 01 c3",
    b"cimag": "f2 0f 10 41 08 c3",  # movsd xmm0, [rcx + 8]; ret
    b"cimagl": "f2 0f 10 41 08 c3",
}
WRITABLE = 0x40  # PAGE_EXECUTE_READWRITE


def _write() -> None:
    kernel = ctypes.CDLL("kernel32")
    kernel.GetModuleHandleW.restype = kernel.GetProcAddress.restype = ctypes.c_void_p
    library = ctypes.c_void_p(kernel.GetModuleHandleW("ucrtbase.dll"))
    for name, code in CODE.items():
        written = bytes.fromhex(code)
        place, before = ctypes.c_void_p(kernel.GetProcAddress(library, name)), ctypes.c_ulong()
        kernel.VirtualProtect(place, len(written), WRITABLE, ctypes.byref(before))
        ctypes.memmove(place, written, len(written))
        kernel.VirtualProtect(place, len(written), before, ctypes.byref(before))


if sys.platform == "win32":
    _write()
