"""``python -m headwater`` is the command."""

from headwater.cli import main

if __name__ == "__main__":
    main()
