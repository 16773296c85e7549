"""Observations in, results out: selection, caveats, comparison and change. Pure."""
