"""How a Table or a list of Diagnostics looks in each format. Knows only the model."""
