"""The workbook itself: passphrase, recovery code, copies, and how the window behaves."""
