"""A new school year: classes go on, and who is done leaves."""
