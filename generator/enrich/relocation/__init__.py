"""The way back to an author's words in a text that has changed, or the certainty that there is none."""

from generator.enrich.relocation.relocating import Relocation, relocate
from generator.enrich.relocation.remembering import digest, remember

__all__ = ["Relocation", "digest", "relocate", "remember"]
