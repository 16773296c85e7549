"""Where data lives: reading YAML strictly, the schema, workspaces and report texts. The only room that touches files."""
