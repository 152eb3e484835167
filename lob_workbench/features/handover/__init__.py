"""Handing a student over to another counsellor, who says yes before anything changes."""
