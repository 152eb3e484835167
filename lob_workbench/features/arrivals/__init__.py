"""Students that come along with a counsellor's own workbook, and the team leader's yes."""
