"""The tests of the werkbank; they mirror the package."""
