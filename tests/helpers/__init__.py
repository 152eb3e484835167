"""What several tests need, and no test itself."""
