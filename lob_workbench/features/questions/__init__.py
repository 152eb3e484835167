"""The question bank: what ships with the product, and what the school adds to it."""
