"""Where data lives: the encrypted workbook, the shared database, migrations and copies."""
