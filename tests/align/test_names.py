"""One name for one person, across spellings; other people stay others."""

import pytest
from tests.align.sheets import Teller, align

from crosswire.align.spellings import fold_name, same_person, sound_out


def merge(*articles: list[str], kind: str = "person") -> list[list[str]]:
    """The forms under each name of people, sorted, when each list stands in an article of its own."""
    tellers = []
    for i, names in enumerate(articles):
        teller = Teller(f"a{i}")
        for name in names:
            teller.name(name, kind)
        tellers.append(teller)
    return sorted(sorted(name.forms) for name in align(*tellers).names)


def test_transliterations_of_one_name_meet() -> None:
    forms = ["Muammar Gaddafi", "Moammar Qaddafi", "Muammar Kadhafi", "Moammar Gadhafi"]
    assert merge(*[[form] for form in forms]) == [sorted(forms)]


@pytest.mark.parametrize(
    "one, other",
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Vladimir Tarasenko", "Volodymyr Tarasenko"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Chen Wei", "Chan Wei"),
    ],
)
def test_people_with_like_names_stay_apart(one: str, other: str) -> None:
    assert merge([one], [other]) == sorted([[one], [other]])


def test_a_surname_alone_joins_the_only_one_who_bears_it() -> None:
    assert merge(["Ida Renk"], ["Renk"]) == [["Ida Renk", "Renk"]]
    assert merge(["Muammar Gaddafi"], ["Kadhafi"]) == [["Kadhafi", "Muammar Gaddafi"]]


def test_a_surname_of_two_people_stays_apart() -> None:
    assert merge(["Ida Renk"], ["Olaf Renk"], ["Renk"], ["Renk"]) == [["Ida Renk"], ["Olaf Renk"], ["Renk"]]


def test_a_surname_goes_to_who_spells_it_so() -> None:
    assert merge(["Erik Hansen"], ["Lars Hanson"], ["Hanson"]) == [["Erik Hansen"], ["Hanson", "Lars Hanson"]]


def test_surnames_alone_meet_across_spellings() -> None:
    assert merge(["Gaddafi"], ["Qaddafi"]) == [["Gaddafi", "Qaddafi"]]


def test_an_initial_joins_its_only_owner_and_nobody_where_two_fit() -> None:
    assert merge(["I. Renk"], ["Ida Renk"]) == [["I. Renk", "Ida Renk"]]
    assert merge(["O. Renk"], ["Olaf Renk"], ["Otto Renk"]) == [["O. Renk"], ["Olaf Renk"], ["Otto Renk"]]


def test_bodies_meet_under_the_same_words_when_they_speak() -> None:
    one, other = Teller("a"), Teller("b")
    one.say("The boats sail again tomorrow morning", one.name("Harbour Board", "organisation"))
    other.say("The boats sail again tomorrow morning", other.name("Harbour Board", "organisation"))
    assert [(name.kind, name.name, len(name.evidence)) for name in align(one, other).names] == [("organisation", "Harbour Board", 2)]


def test_merged_ids_are_listed() -> None:
    alone = align(_tell("b", "2031-05-07")).names[0]
    both = align(_tell("a", "2031-05-06"), _tell("b", "2031-05-07")).names[0]
    assert both.id == align(_tell("a", "2031-05-06")).names[0].id
    assert both.was == (alone.id,)


def _tell(id: str, day: str) -> Teller:
    teller = Teller(id, day)
    teller.name("Ida Karlsen" if id == "a" else "Ida Carlsen")
    return teller


def test_what_is_the_same_word_sounds_alike() -> None:
    """Names are looked up by their sound: what `same_person` holds to be one must be found there."""
    forms = [fold_name(name) for name in ("Muammar Gaddafi", "Moammar Kadhafi", "Wolodymyr Selenskyj", "Volodymyr Zelensky", "Jan Novák")]
    pairs = [(one, other) for one in forms for other in forms if same_person(one, other)]
    assert len(pairs) == 9
    assert all(sound_out(one[-1]) == sound_out(other[-1]) for one, other in pairs)
