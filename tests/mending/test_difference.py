"""What differs between old words and new ones, and whether it could turn their sense."""

from __future__ import annotations
