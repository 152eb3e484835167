"""How a student is enrolled through the years: another class or mentor, leaving, coming back."""
