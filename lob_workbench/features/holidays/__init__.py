"""The days on which the school plans no talks."""
