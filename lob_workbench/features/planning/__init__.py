"""Planning by norm: what is due, what is overdue, and a whole group planned in one go."""
