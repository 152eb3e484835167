"""Who may read along with a student, and who read."""
