"""One utterance for all that carry it, and whose words depart from the others'."""

from tests.align.sheets import Teller, align

from crosswire.align import Alignment
from crosswire.align.likeness import are_one, count_needed
from crosswire.align.units import Words, cut_units

NITRATE = "The shed held three hundred tonnes of nitrate that nobody had declared, and my crews walked in without knowing"
CHANGED = NITRATE.replace("nitrate", "explosives")
FURTHER = CHANGED.replace("declared", "hidden")


def say(*said: tuple[str, str | None], twins: dict[str, str] | None = None) -> Alignment:
    """Each (words, speaker) in an article of its own: a, b, c …"""
    tellers = []
    for i, (words, speaker) in enumerate(said):
        teller = Teller("abcdefgh"[i])
        position = teller.name(speaker) if speaker else None
        tellers.append(teller.say(words, position))
    return align(*tellers, twins=twins)


def group(alignment: Alignment) -> list[list[str]]:
    """The articles that carry each utterance."""
    return sorted([carrier.span.article for carrier in utterance.carriers] for utterance in alignment.utterances)


def test_the_same_words_are_one_utterance() -> None:
    made = say((NITRATE, "Ida Renk"), (NITRATE + ".", "Ida Renk"), ("Go home now, all of you", "Ida Renk"))
    assert group(made) == [["a", "b"]]
    assert made.utterances[0].wording == "same"
    assert [quote.utterances for quote in made.quotes] == [(made.utterances[0].id,)] * 2 + [()]


def test_a_part_is_trimmed() -> None:
    made = say((NITRATE, "Ida Renk"), ("My crews walked in without knowing", "Ida Renk"))
    assert [carrier.wording for carrier in made.utterances[0].carriers] == ["same", "trimmed"]
    assert made.contrasts == ()


def test_words_that_no_other_has_are_altered() -> None:
    made = say((NITRATE, "Ida Renk"), (NITRATE, "Ida Renk"), (CHANGED, "Ida Renk"))
    (utterance,) = made.utterances
    assert [(c.span.article, c.wording, [s.text for s in c.altered]) for c in utterance.carriers if c.altered] == [
        ("c", "altered", ["explosives"])
    ]
    assert {contrast.quotes for contrast in made.contrasts} == {(made.quotes[2].id,)}


def test_a_reprint_of_altered_words_leaves_them_altered() -> None:
    made = say((NITRATE, "Ida Renk"), (NITRATE, "Ida Renk"), (CHANGED, "Ida Renk"), (CHANGED, "Ida Renk"), twins={"c": "c", "d": "c"})
    assert {c.span.article: [s.text for s in c.altered] for c in made.utterances[0].carriers} == {
        "a": [],
        "b": [],
        "c": ["explosives"],
        "d": ["explosives"],
    }


def test_a_pronoun_for_a_name_is_not_altered() -> None:
    made = say(("The president meant that he wanted peace talks soon", None), ("The president meant that we wanted peace talks soon", None))
    assert made.utterances[0].wording == "same"


def test_two_speakers_are_two_utterances_unless_nearly_all_words_are_the_same() -> None:
    assert group(say((NITRATE, "Ida Renk"), (FURTHER, "Olaf Berg"))) == []
    assert group(say((NITRATE, "Ida Renk"), (CHANGED, "Olaf Berg"))) == [["a", "b"]]
    (utterance,) = say((NITRATE, "Ida Renk"), (NITRATE, "Olaf Berg")).utterances
    assert utterance.speaker is None


def test_most_articles_settle_the_speaker() -> None:
    made = say((NITRATE, "Ida Renk"), (NITRATE, "Olaf Berg"), (NITRATE, "Ida Renk"))
    assert made.utterances[0].speaker == made.quotes[0].speaker


def test_an_unknown_speaker_brings_no_two_speakers_together() -> None:
    made = say((NITRATE, "Ida Renk"), (FURTHER, "Olaf Berg"), (NITRATE, None))
    assert group(made) == [["a", "c"]]


def test_quotes_of_one_article_alone_are_no_utterance() -> None:
    teller = Teller("a")
    teller.say("My crews walked in without knowing").say("My crews walked in without knowing")
    assert align(teller).utterances == ()
    assert group(align(teller, Teller("b").say("My crews walked in without knowing"))) == [["a", "a", "b"]]


def test_a_reworded_sentence_with_the_same_runs_of_words_is_one() -> None:
    one = "When the captain said that it was right to discuss the tolls, also jointly, he had in mind talks with the harbour side"
    other = "When the captain said the tolls should be discussed, also jointly, he meant dialogue with the harbour side"
    assert group(say((one, "Ida Renk"), (other, "Ida Renk"))) == [["a", "b"]]


def test_one_word_is_an_utterance_only_among_few() -> None:
    assert group(say(("ready", "Ida Renk"), ("ready", "Ida Renk"))) == [["a", "b"]]
    long = "We are ready to walk every street of this old town until the last child is home"
    assert group(say(("ready", "Ida Renk"), (long, "Ida Renk"))) == []


def test_sentences_of_a_long_quotation_are_utterances_of_their_own() -> None:
    long = "The boats sail at dawn tomorrow. Nobody pays the toll before winter."
    made = say((long, "Ida Renk"), ("The boats sail at dawn tomorrow", "Ida Renk"), ("Nobody pays the toll before winter", "Ida Renk"))
    assert group(made) == [["a", "b"], ["a", "c"]]
    assert len(made.quotes[0].utterances) == 2


def test_ids_stay_when_a_later_article_is_added_and_was_lists_the_others() -> None:
    two = say((NITRATE, None), (NITRATE, None)).utterances[0]
    tellers = [Teller("ab"[i]).say(NITRATE) for i in range(2)]
    three = align(*tellers, Teller("c", "2031-05-09").write("Later.").say(NITRATE)).utterances[0]
    assert three.id == two.id
    assert set(two.was) < set(three.was)


def test_a_word_more_does_not_make_two() -> None:
    def cut(text: str) -> Words:
        return cut_units(say((text, None), ("other words entirely", None)).quotes[0])[0].words

    one, other = cut("the boats will never sail again"), cut("the boats will sail again")
    assert are_one(one, other)
    assert not are_one(one, cut("nobody pays tolls here in winter"))


def altered(alignment: Alignment) -> dict[str, list[str]]:
    """Each article whose words for something said are altered, with those words."""
    carriers = [carrier for utterance in alignment.utterances for carrier in utterance.carriers]
    return {carrier.span.article: [span.text for span in carrier.altered] for carrier in carriers if carrier.wording == "altered"}


LEAVE = "The garrison will not leave the fortress before the prisoners are home"


def test_a_negation_that_one_leaves_out_is_altered_and_shown_first() -> None:
    made = say((LEAVE, None), (LEAVE, None), (LEAVE.replace("not ", "").replace("fortress", "harbour"), None))
    assert altered(made) == {"c": ["will", "leave", "harbour"]}
    (carrier,) = [carrier for carrier in made.utterances[0].carriers if carrier.altered]
    assert [(d.change, d.span.text, d.other.text) for d in carrier.differences] == [
        ("negation", "will leave", "not"),
        ("words", "harbour", "fortress"),
    ]


def test_of_two_both_are_told_where_a_negation_is_missing() -> None:
    assert altered(say((LEAVE, None), (LEAVE.replace("not ", ""), None))) == {"a": ["not"], "b": ["will", "leave"]}


def test_a_clause_with_a_negation_left_out_is_trimmed() -> None:
    longer = LEAVE.replace("fortress", "fortress, which nobody in the valley has ever seen from inside,")
    made = say((longer, None), (LEAVE, None), (LEAVE, None))
    assert altered(made) == {}
    assert sorted(carrier.wording for carrier in made.utterances[0].carriers) == ["same", "trimmed", "trimmed"]


def test_reported_words_are_not_altered_and_alter_nothing() -> None:
    made = report(LEAVE.replace("fortress", "harbour"))
    assert group(made) == [["a", "b", "c"]]
    assert altered(made) == {}


def test_reported_words_without_the_negation_are_another_statement() -> None:
    assert group(report(LEAVE.replace("not ", ""))) == [["a", "b"]]


def test_words_reported_of_nobody_in_particular_are_no_utterance() -> None:
    assert group(align(Teller("a").say(LEAVE, kind="indirect"), Teller("b").say(LEAVE, kind="indirect"))) == []


def report(words: str) -> Alignment:
    """Two articles that quote one speaker, and one that gives what is said in other words."""
    tellers = [Teller("a"), Teller("b"), Teller("c")]
    positions = [teller.name("Orla Quennell") for teller in tellers]
    a, b, c = tellers
    return align(a.say(LEAVE, positions[0]), b.say(LEAVE, positions[1]), c.say(words, positions[2], kind="indirect"))


def test_sentences_that_one_article_tells_apart_are_two() -> None:
    one, other = "We will rebuild the school of Arl before the winter", "We will rebuild the bridge of Besk before the winter"
    made = align(Teller("a").say(f"{one}. {other}."), Teller("b").say(one), Teller("c").say(other))
    assert group(made) == [["a", "b"], ["a", "c"]]


def test_a_fragment_of_two_sentences_belongs_to_neither() -> None:
    one, other = "The ships wait in deep water until morning comes", "Nobody dives in deep water without a second rope"
    made = align(Teller("a").say(f"{one}. {other}."), Teller("b").say(f"{one}. {other}."), Teller("c").say("in deep water"))
    assert group(made) == [["a", "b"], ["a", "b"]]


def test_needed_words() -> None:
    assert [count_needed(n) for n in range(8)] == [0, 1, 2, 2, 2, 3, 3, 4]
