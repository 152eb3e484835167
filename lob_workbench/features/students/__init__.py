"""The list of students and the page of one student."""
