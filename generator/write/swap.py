"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.write.folders import Folders

Exchange = Callable[[Path, Path], bool]
"""Lets two folders change places, or changes nothing and returns False."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def replace(folders: Folders, exchange: Exchange) -> None:
    """Puts the new site where the old one stands. OSError, with everything as before, if the system refuses."""
    if not folders.site.exists():
        folders.new.rename(folders.site)
    elif not exchange(folders.new, folders.site):
        _rename_twice(folders)


def exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step; False, and nothing has changed, where the system does not do that.

    Whatever the reason, two renames are tried next, and the system says then what is wrong.
    """
    if sys.platform == "linux":
        return _renameat2(os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        return _renamex_np(os.fsencode(one), os.fsencode(other))
    return False


def _renameat2(one: bytes, other: bytes) -> bool:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)  # Old C libraries do not have it.
    if call is None:
        return False
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return bool(call(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE) == 0)


def _renamex_np(one: bytes, other: bytes) -> bool:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
    if call is None:
        return False
    call.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
    return bool(call(one, other, _RENAME_SWAP) == 0)


def _rename_twice(folders: Folders) -> None:
    """A process killed between the two renames leaves no site; the folder `.site.old` tells the next command so."""
    folders.site.rename(folders.old)
    try:
        folders.new.rename(folders.site)
    except BaseException:
        folders.old.rename(folders.site)
        raise
