"""Life skills in a workbook of Excel: made, filled in by colleagues without the werkbank, read."""
