"""The sandbox cloud of the test stand: as many cells as the stand's bank has."""

import argparse

from kiosk.sandbox.clouds.serve import serve

if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("cells", nargs="+")
    serve("kioskforce", cells=words.parse_args().cells)
