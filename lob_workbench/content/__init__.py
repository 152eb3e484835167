"""The texts that ship with the product, read from TOML and validated."""
