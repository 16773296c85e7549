"""The command line: one module a command, which reads the words, calls, renders and sets the exit code."""
