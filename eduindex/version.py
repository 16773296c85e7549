"""The version of this release: a literal, because asking the installation for it costs start-up time."""

__version__ = "0.1.0"
