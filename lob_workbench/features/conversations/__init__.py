"""Talks: prepare, hold and record them, agreements, and their reports on paper."""
