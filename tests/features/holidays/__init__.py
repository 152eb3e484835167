"""The school's days without talks."""
