"""Students, staff, groups, programmes and teams, which every feature is about."""
