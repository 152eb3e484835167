"""Finding students, talks and agreements by their words."""
