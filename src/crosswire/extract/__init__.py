"""Reads out of one article what it reports: quotations, incidents, and positions in talks."""

from crosswire.extract.claims import find_contentions, find_facts, find_offices, find_quantities, find_reckonings
from crosswire.extract.incidents import find_incidents
from crosswire.extract.positions import find_positions
from crosswire.extract.quotes import Tagger, find_quotes, load_tagger
from crosswire.extract.stances import find_stances
from crosswire.model import Reading, Sheet

__all__ = ["Tagger", "extract_sheet", "load_tagger"]


def extract_sheet(reading: Reading, tagger: Tagger | None = None) -> Sheet:
    """Everything one article says, its grammar left behind, ready to be handed to another process."""
    quotes, names = find_quotes(reading, tagger)
    positions = find_positions(reading, quotes)
    return Sheet(
        article=reading.article,
        not_content=reading.not_content,
        names=names,
        places=reading.places,
        dates=reading.dates,
        quotes=quotes,
        incidents=find_incidents(reading),
        proposals=positions.proposals,
        answers=positions.answers,
        conditions=positions.conditions,
        meetings=positions.meetings,
        countries=reading.countries,
        offices=find_offices(reading, names, quotes),
        facts=find_facts(reading, names, quotes),
        reckonings=find_reckonings(reading, quotes),
        contentions=find_contentions(reading, names, quotes),
        stances=find_stances(reading),
        quantities=find_quantities(reading, quotes),
    )
