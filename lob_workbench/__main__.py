"""Starts the product: ``python -m lob_workbench`` and the command ``lob-workbench``."""

import sys


def main() -> None:
    """Run the command line; without a word on it, open the window."""
    if len(sys.argv) == 1:
        # The command line costs as much as half of the window, so it is not imported for nothing.
        from lob_workbench.app.bootstrap import run

        sys.exit(run())
    from lob_workbench.app.cli import main as run_command_line

    run_command_line()


if __name__ == "__main__":
    main()
