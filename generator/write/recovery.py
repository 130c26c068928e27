"""What a killed command left behind is finished or taken away."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.write import mishaps
from generator.write.folders import Folders
from generator.write.ownership import complete, remove, strangers


def finish(folders: Folders) -> tuple[Diagnostic, ...]:
    """Leaves a whole site and nothing beside it; diagnostics where files that are not ours stand in the way.

    Without a site, a folder `.site.old` shows that a process was killed between its two renames.
    """
    beside = [folder for folder in (folders.new, folders.old) if folder.exists()]
    in_the_way = tuple(mishaps.foreign(folder, found) for folder in beside if (found := strangers(folder)))
    if in_the_way:
        return in_the_way
    if folders.old.exists() and not folders.site.exists():
        (folders.new if complete(folders.new) else folders.old).rename(folders.site)
    for folder in beside:
        if folder.exists():
            remove(folder)
    return ()
