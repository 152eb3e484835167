"""Restricted notes of the second line."""
