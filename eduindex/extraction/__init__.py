"""From a report's prose to entries that a person only has to confirm. Pure: text in, proposals out."""
