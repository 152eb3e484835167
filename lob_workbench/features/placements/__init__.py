"""Who stands around a student: the company where somebody learns, and home."""
