"""The talk of three: student, school and company, each with a voice of their own."""
