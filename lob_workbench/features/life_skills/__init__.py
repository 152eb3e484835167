"""Life skills: the matrix, claims and what others say of them, agreements, growth."""
