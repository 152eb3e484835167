"""The day at a glance: talks of today and what asks attention."""
