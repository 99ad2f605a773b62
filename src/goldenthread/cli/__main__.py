"""`python -m goldenthread.cli`: the same command where scripts are not on the path."""

import sys

from goldenthread.cli.main import main

sys.exit(main())
