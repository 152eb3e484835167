"""Talks, agreements and appointments: what many features share of them."""
