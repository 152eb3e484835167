"""What features share about talks."""
