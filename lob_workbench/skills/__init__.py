"""Life skills: who showed which behaviour, and what was agreed to grow. Shared by features."""
