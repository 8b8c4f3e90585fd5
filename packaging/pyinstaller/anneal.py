"""The program `anneal` of a bundle."""

import multiprocessing
import sys

from app.cli.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a library that starts a process would start the app once more
    sys.exit(main())
