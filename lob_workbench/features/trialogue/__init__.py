"""The trialogue: three voices, and forms for who has no account."""
