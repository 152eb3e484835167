"""The composition root: puts storage, features and window together."""
