"""Starts the product: ``python -m lob_workbench`` and the command ``lob-workbench``."""


def main() -> None:
    """Run the command line; without a command it opens the window."""
    from lob_workbench.app.cli import main as run_command_line

    run_command_line()


if __name__ == "__main__":
    main()
