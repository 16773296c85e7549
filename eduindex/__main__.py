"""``python -m eduindex``."""

from eduindex.cli.main import run

if __name__ == "__main__":
    run()
