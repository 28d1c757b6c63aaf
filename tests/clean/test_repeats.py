"""Passages an article carries twice."""

CAPTION = "The ferry lies on its side below the lighthouse as divers look for the missing"


def test_the_later_copy_of_a_caption_is_marked(marked, body):
    text = f"{CAPTION}\n\n{body}\n\n{CAPTION.upper()}"
    assert marked(text) == [("repeated", CAPTION.upper())]


def test_a_short_line_may_return(marked, body):
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join(["Nobody came.", first, *rest, "Nobody came."])) == []


def test_of_a_doubled_text_the_second_half_is_marked_with_its_short_lines(marked, body, title):
    lines = [title, "What happened", *body.split("\n\n")]
    found = marked("\n\n".join(lines + lines))
    assert [text for _, text in found] == lines
    assert {kind for kind, _ in found} == {"repeated"}


def test_a_text_doubled_in_one_line_is_marked_from_its_middle(marked, body):
    line = " ".join(body.split())
    assert marked(f"{line} {line}") == [("repeated", line)]


def test_a_pull_quote_is_marked_and_its_source_stays(marked, body):
    said = "We counted the life jackets twice and there were never enough of them"
    text = f"{body}\n\n“{said}”\n\n“{said},” the mate said. “Nobody wanted to hear it.”"
    assert marked(text) == [("repeated", f"“{said}”")]


def test_a_paragraph_that_shares_one_sentence_stays(marked, body):
    said = "We counted the life jackets twice and there were never enough of them."
    assert marked(f"{body}\n\n{said} He wept.\n\n{said} She left.") == []


def test_a_title_said_again_in_the_head_is_marked(marked, body, title):
    assert marked(f"{title}\n\n{title}\n\n{body}") == [("repeated", title)]
