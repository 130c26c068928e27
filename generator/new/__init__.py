"""`new`: a capture becomes a seed and the beginning of a reading.

Pure: what is written where is said here; `project/` reads, `write/` writes, and the command line asks and tells.
"""

from generator.new.adopting import Adopted, adopt
from generator.new.registers import suggestions

__all__ = ["Adopted", "adopt", "suggestions"]
