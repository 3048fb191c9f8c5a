"""Write a collection of news whose true provenance is known.

usage: python -m newsroom --seed N --documents N FOLDER   (from eval/)

FOLDER gets the documents, metadata.csv and truth.json. Texts are written as they are made, so any number of documents
needs little memory. The same seed writes the same collection.
"""

import argparse
from pathlib import Path

from newsroom.write import write


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=100)
    options = parser.parse_args()
    print(f"{write(options.folder, options.seed, options.documents)} documents in {options.folder}")


if __name__ == "__main__":
    main()
