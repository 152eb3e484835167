"""Widgets, theme and background work, which every page is built from."""
