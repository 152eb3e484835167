"""Starts the product from a checkout."""

from lob_workbench.__main__ import main

main()
