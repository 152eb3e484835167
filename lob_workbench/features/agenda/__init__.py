"""The agenda: when which talk is, where, and the invitation to it."""
