"""The runner of the long proofs, and the first seeds of each."""

import pytest

from tests.soak.ledger import Ledger
from tests.soak.proofs import PROOFS, Proof
from tests.soak.run import main


class Tried:
    """Holds for every seed but the bad ones; remembers which it was asked for."""

    def __init__(self, *bad: int) -> None:
        self.bad = set(bad)
        self.seeds: list[int] = []

    def __call__(self, seed: int) -> None:
        self.seeds.append(seed)
        assert seed not in self.bad


QUICK = [(name, seed) for name, proof in PROOFS.items() for seed in range(proof.quick)]


@pytest.mark.parametrize(("name", "seed"), QUICK)
def test_a_proof_holds_for_its_first_seeds(name, seed):
    PROOFS[name].holds(seed)


def test_a_proof_is_tried_with_all_its_seeds(tmp_path, capsys):
    tried = Tried()
    assert main([], {"it": Proof(tried, seeds=3, quick=1)}, tmp_path) == 0
    assert tried.seeds == [0, 1, 2]
    assert capsys.readouterr().out.startswith("soak: it held for 3 seeds from 0, ")


def test_only_the_named_proof_is_tried(tmp_path):
    one, other = Tried(), Tried()
    proofs = {"one": Proof(one, 1, 1), "other": Proof(other, 1, 1)}
    main(["one"], proofs, tmp_path)
    assert (one.seeds, other.seeds) == ([0], [])


def test_an_unknown_proof_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["nothing"], {"it": Proof(Tried(), 1, 1)}, tmp_path)
    assert "there is no proof nothing; there are: it" in capsys.readouterr().err


def test_a_failed_seed_is_named_with_the_way_to_see_it_again(tmp_path, capsys):
    tried = Tried(1)
    assert main([], {"it": Proof(tried, 3, 1)}, tmp_path) == 1
    assert tried.seeds == [0, 1]
    line = "soak: it FAILED at seed 1; again: ./run soak it --seed 1 --count 1\n"
    assert capsys.readouterr().out == line


def test_a_later_run_goes_on_with_the_seeds_that_have_not_held(tmp_path, capsys):
    main([], {"it": Proof(Tried(2), 4, 1)}, tmp_path)
    tried = Tried()
    assert main([], {"it": Proof(tried, 4, 1)}, tmp_path) == 0
    assert tried.seeds == [2, 3]
    assert "4 seeds from 0, 2 of them before" in capsys.readouterr().out


def test_a_run_that_is_broken_off_keeps_what_has_held(tmp_path):
    def broken_off(seed: int) -> None:
        if seed == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        main([], {"it": Proof(broken_off, 4, 1)}, tmp_path)
    tried = Tried()
    main([], {"it": Proof(tried, 4, 1)}, tmp_path)
    assert tried.seeds == [2, 3]


def test_again_forgets_what_has_held(tmp_path):
    main([], {"it": Proof(Tried(), 2, 1)}, tmp_path)
    tried = Tried()
    main(["--again"], {"it": Proof(tried, 2, 1)}, tmp_path)
    assert tried.seeds == [0, 1]


def test_what_held_for_other_code_counts_for_nothing(tmp_path):
    ledger = Ledger(tmp_path / "it.json", "then")
    ledger.add(1)
    ledger.save()
    assert Ledger(tmp_path / "it.json", "then").held == {1}
    assert Ledger(tmp_path / "it.json", "now").held == set()
