"""Finds the folders that ship beside the code, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A checkout keeps the folder beside the package; a wheel carries it inside as ``_name``."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Folder with content (TOML), translations, fonts and theme files."""
    return _shipped("resources")


def migrations() -> Path:
    """Folder with the Alembic environment and its versions."""
    return _shipped("migrations")
