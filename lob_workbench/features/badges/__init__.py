"""Badges for life skills: issuing them, the keys that sign them, and judging those of others."""
