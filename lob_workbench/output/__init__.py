"""The house style on paper."""
