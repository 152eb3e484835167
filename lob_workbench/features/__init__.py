"""One folder a feature. Features do not know each other."""
