"""Is a folder kept in step by a service such as OneDrive? There a workbook may lose work.

Such a service copies the database without its log, or while it is being written.
"""

import os
from collections.abc import Mapping
from pathlib import Path, PurePath

_BY_NAME = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}


def sync_folder_name(path: Path, environment: Mapping[str, str] | None = None) -> str | None:
    """The name of the service that keeps ``path`` in step, None when none is known.

    Goes by the names of the folders above, also behind links, and by OneDrive's own variables.
    """
    environment = os.environ if environment is None else environment
    for place in (path.absolute(), path.resolve()):
        for variable, service in _BY_VARIABLE.items():
            root = environment.get(variable)
            if root and place.is_relative_to(root):
                return service
        found = _by_parts(place)
        if found:
            return found
    return None


def _by_parts(place: PurePath) -> str | None:
    for part in place.parts:
        folded = part.casefold()
        for name, service in _BY_NAME.items():
            # "OneDrive - ROC", "Dropbox (Persoonlijk)", "GoogleDrive-ik@school.example"
            if folded == name or folded.startswith((f"{name} ", f"{name}-", f"{name}_")):
                return service
    return None
