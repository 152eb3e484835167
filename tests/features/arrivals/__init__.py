"""Students who come along with a workbook."""
