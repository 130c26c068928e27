"""Outputs → the published folder, whole or not at all.

The new site is written beside the old one, into `.site.new` for a site called `site`; what has not changed is a
hard link to the old file. Then the two folders change places in one step, where the system can do that, and the old
site is deleted. Where it cannot, the old site is first renamed to `.site.old`. Whatever a killed command leaves
behind under these two names, the next one finishes or takes away.
"""

from generator.write.author_files import replace_files, write_files
from generator.write.ownership import manifest
from generator.write.publishing import Published, obstacles, recover, write
from generator.write.starting import add_seed, start

__all__ = [
    "Published",
    "add_seed",
    "manifest",
    "obstacles",
    "recover",
    "replace_files",
    "start",
    "write",
    "write_files",
]
