"""Texts for people, in Chinese and English; where one is missing, the other stands in."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """The languages that results are printed in."""

    ZH = "zh"
    EN = "en"


class Wording(NamedTuple):
    """One text in both languages; either may be empty."""

    zh: str = ""
    en: str = ""

    def __call__(self, language: Language) -> str:
        """The text in ``language``, else in the other."""
        return (self.zh or self.en) if language is Language.ZH else (self.en or self.zh)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    @property
    def key(self) -> str:
        """What two wordings of the same thing have in common: the Chinese text, else the English one."""
        return self.zh or self.en
