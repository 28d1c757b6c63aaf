"""Pictures of a story, laid out in Python and drawn by the templates: a map, timelines, who shares whose words."""
