"""./run soak: every proof with all its seeds, going on where it was broken off."""

import argparse
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.soak.ledger import FOLDER, Ledger, fingerprint
from tests.soak.proofs import PROOFS, Proof


def main(
    arguments: Sequence[str], proofs: Mapping[str, Proof] = PROOFS, folder: Path = FOLDER
) -> int:
    """Run the named proofs, or all; answers the exit status."""
    options = _options(arguments, proofs)
    code = fingerprint()
    failed = False
    for name in options.names or proofs:
        ledger = Ledger(folder / f"{name}.json", code)
        if options.again:
            ledger.held.clear()
        count = options.count or proofs[name].seeds
        seeds = range(options.seed, options.seed + count)
        failed |= not prove(name, proofs[name], seeds, ledger)
    return int(failed)


def prove(name: str, proof: Proof, seeds: range, ledger: Ledger) -> bool:
    """Try every seed that has not held yet; stops at the first that does not hold."""
    start = time.monotonic()
    todo = [seed for seed in seeds if seed not in ledger.held]
    try:
        for seed in todo:
            if not _holds(proof, seed):
                again = f"./run soak {name} --seed {seed} --count 1"
                print(f"soak: {name} FAILED at seed {seed}; again: {again}", flush=True)
                return False
            ledger.add(seed)
    finally:
        ledger.save()
    before = f", {len(seeds) - len(todo)} of them before" if len(todo) < len(seeds) else ""
    took = f"{time.monotonic() - start:.1f} s"
    print(
        f"soak: {name} held for {len(seeds)} seeds from {seeds.start}{before}, {took}", flush=True
    )
    return True


def _holds(proof: Proof, seed: int) -> bool:
    try:
        proof.holds(seed)
    except Exception:  # whatever it was, it is this seed's
        traceback.print_exc()
        return False
    return True


def _options(arguments: Sequence[str], proofs: Mapping[str, Proof]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of: {', '.join(proofs)}")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (0)")
    parser.add_argument("--count", type=int, help="how many (what makes the whole proof)")
    parser.add_argument("--again", action="store_true", help="forget what has held already")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in proofs:
            parser.error(f"there is no proof {name}; there are: {', '.join(proofs)}")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
