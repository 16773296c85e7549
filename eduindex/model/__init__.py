"""The words of the product as frozen dataclasses, and the pure functions that read them. Knows no other room."""
