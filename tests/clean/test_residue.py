"""Sentences of a writing assistant to its user, and articles that report them."""

import pytest

from crosswire.clean.quoting import is_quoted

RESIDUE = [
    "Let me know if you'd like the article in a more formal tone!",
    "Let me know if you’d like me to shorten it further.",
    "Here is a rewritten version of the article:",
    "Here's the revised article with shorter sentences.",
    "Certainly! Here's a rewritten version of your text.",
    "Sure, here is the article in plain English:",
    "As an AI language model, I cannot verify these figures.",
    "I hope this helps!",
    "I've revised the article to make it sound more natural.",
    "I have kept the quotes unchanged.",
    "I've written this section in a calmer tone as you requested.",
    "I have cut the headline as you wanted, and the rest is unchanged!",
    "I can make it shorter if you like.",
    "I could also make this article more formal if you'd prefer.",
    "Note: I have kept the quotes unchanged.",
    "Would you like me to adjust the headline?",
    "Would you like a shorter version?",
    "Feel free to ask if you need any further edits.",
    "If you need a longer version, just let me know.",
    "I'm sorry, but I cannot assist with that request.",
    "This version maintains the original meaning while improving the flow.",
    "Hier ist eine überarbeitete Version des Artikels.",
    "Voici une version réécrite de votre article.",
    "Aquí tienes una versión revisada del texto.",
    "Вот переработанная версия статьи.",
]


@pytest.mark.parametrize("sentence", RESIDUE)
def test_a_sentence_to_the_user_is_marked_alone(marked, body, sentence):
    first, *rest = body.split("\n\n")
    text = "\n\n".join([f"{first} {sentence}", *rest])
    assert marked(text) == [("chatbot residue", sentence)]


@pytest.mark.parametrize("template", ["[Insert quote from the minister here]", "[Your Name]"])
def test_a_template_is_marked(marked, body, template):
    assert marked(f"{body} {template}") == [("chatbot residue", template)]


CONTENT = [
    "“Let me know if you'd like the article in a more formal tone,” the program answered.",
    '"Sure. Let me know if you want a shorter version of the text," it wrote.',
    "'Certainly! Here is a rewritten version of the article,' the screen showed.",
    "He asked her to let him know if she would like the article changed.",
    "Let me know if you would like the article changed, he said.",
    "Let me know if you see the captain.",
    "Here is what we know about the ferry.",
    "Here is a version of the bill that the senate can pass.",
    "Sure, here is where it gets complicated.",
    "Certainly, the harbour is old.",
    "I hope this helps the families, the bishop wrote.",
    "Would you like to live in a house that shakes at every tide?",
    "If you have seen the boat, call the coast guard.",
    "The revised text keeps the original deadline, diplomats say.",
    "As an aide to the minister, I saw the letter.",
    "Below is an edited version of the conversation.",
    "Here is a condensed version of her speech.",
    "Here is the revised version of the bill.",
    "Here is a rewritten version of the anthem.",
    "This version keeps the tax on diesel.",
    "I have simplified the law to make it fairer.",
    "Would you like Polish sausage with that?",
    "Do you want me to lie?",
    "Let me know if you want me to come.",
    "I have kept the letter as you asked.",
    "I can make it to the harbour by noon if you want.",
    "I have made this journey as you asked and found nobody.",
    "I have kept this paragraph of the treaty alive, she wrote, as you asked.",
    "I hope this article moves somebody.",
    "Based on the information provided, this is a crime.",
    "“[Your] ferry is lost,” the message read.",
]


@pytest.mark.parametrize("sentence", CONTENT)
def test_content_stays(marked, body, sentence):
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join([f"{first} {sentence}", *rest])) == []


def test_an_article_about_assistants_keeps_its_samples(marked, body):
    topic = "Reporters tested three chatbots. Each chatbot wrote on the ferry. One language model closed thus."
    assert marked(f"{topic}\n\nLet me know if you'd like the article in a more formal tone!\n\n{body}") == []


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("“One. @", True),
        ("“One.” @", False),
        ('"One. @', True),
        ('"One," he said. "Two," she said. @', False),
        ("‘One. @", True),
        ("‘It’s one. @", True),
        ("‘It’s one.’ @", False),
        ("The boys' boat sank. @", False),
        ("„Eins. @", True),
        ("„Eins.“ @", False),
        ("«Un. @", True),
        ("»Eins. @", True),
        ("»Eins.« @", False),
    ],
)
def test_quotation_marks_are_followed(line, quoted):
    assert is_quoted(line, line.index("@")) is quoted
