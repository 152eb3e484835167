"""Bringing in a student list of the school, with a look before anything is written."""
