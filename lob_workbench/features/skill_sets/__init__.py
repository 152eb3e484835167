"""Sets of skills, ours and a school's own, routes through them, and the work that they serve."""
