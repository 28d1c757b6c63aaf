"""Whether a place in a line stands inside quotation marks."""

OPENING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "‘": "’"}


def is_quoted(line: str, at: int) -> bool:
    """Whether a quotation that opens before `at` is still open there; an apostrophe does not open or close one."""
    closing = ""
    for place, char in enumerate(line[:at]):
        if closing:
            if char in closing and not _is_apostrophe(line, place):
                closing = ""
        else:
            closing = _open(line, place, char)
    return bool(closing)


def _open(line: str, place: int, char: str) -> str:
    if char in OPENING:
        return OPENING[char]
    if char == '"':
        return '"'
    if char in "»'" and _begins_word(line, place):
        return "«" if char == "»" else "'"
    return ""


def _begins_word(line: str, place: int) -> bool:
    after = line[place + 1 : place + 2]
    return (place == 0 or not line[place - 1].isalnum()) and after.strip() != ""


def _is_apostrophe(line: str, place: int) -> bool:
    return line[place] in "'’" and line[place + 1 : place + 2].isalnum()
