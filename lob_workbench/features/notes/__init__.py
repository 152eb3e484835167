"""Notes of one line, caught from anywhere: those of the dossier and one's own."""
