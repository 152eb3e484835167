"""What every feature that plans, prepares or holds talks shares."""
