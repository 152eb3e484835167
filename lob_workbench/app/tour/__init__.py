"""The product shown by itself: chapters that are played through the real window and its pages."""
