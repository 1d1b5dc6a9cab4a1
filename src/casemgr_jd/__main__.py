"""``python -m casemgr_jd`` is the command line."""

from casemgr_jd.cli.main import command

if __name__ == "__main__":
    command()
