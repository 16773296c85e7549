"""Cases that the tool judges otherwise than their fault demands, each with the reason why the tool is wrong.

They are expected to fail, strictly: whoever repairs the tool has to remove the line.
"""

_LINE_BELOW = "a key without its colon is told in the line below it"
_MISPLACED = "a misplaced key is told in the line below it"
_NO_INDICATORS = "where the block of indicators is at fault, every entry is blamed too"
_KEY = "the finding stands at the value and not at the key that is malformed"
_EMPTY = "a text that is required may be empty"
_SIX_DIGITS = "six digits that begin with 0 or 9 are told as a malformed code instead of an unknown province"
_NAME = "an id, a code and a name in other letters find a district too, so they are names that another district has"
_BELOW = "a path below the folder is refused because of how it is written"
_TAB = "a tab in a line of white space alone indents nothing"
_AT_SOURCE = "the finding stands at the source and not at the file that it quotes"
_COSTLY = "takes more than five seconds or 500 MB, and then hangs or ends in a traceback of the pool of processes"

# Found where a file is judged alone, but not, or in another line, among so many that the quicker reader is used.
AMONG_MANY: dict[str, str] = {
    "the entries are left empty": "the quicker reader takes a block of no entries for an empty list",
    "a line end of an old Mac above a fault": "the quicker reader counts no line ends of an old Mac above the entries",
}
TOO_COSTLY: dict[str, str] = {
    "300,000 empty entries": _COSTLY,
    "400,000 unknown keys": _COSTLY,
    "2,500,000 empty lists": _COSTLY,
    "an entry 20,000 times": _COSTLY,
    "10,000 acceptances": _COSTLY,
    "evidence of a million numbers": _COSTLY,
}
DISAGREEMENTS: dict[str, str] = TOO_COSTLY | {
    "a full-width colon in the first key of an entry": _LINE_BELOW,
    "a colon missing in the first key of an entry": _LINE_BELOW,
    "no space after the colon of the first key of an entry": _LINE_BELOW,
    "a no-break space behind the colon of the first key of an entry": _LINE_BELOW,
    "a colon missing after the id of a source": _LINE_BELOW,
    "a key of an entry at the margin": _MISPLACED,
    "a key of a source at the margin": _MISPLACED,
    "a key of an indicator at the margin": _MISPLACED,
    "a key of an indicator beside its id": _MISPLACED,
    "no-break spaces as indentation": _MISPLACED,
    "ideographic spaces as indentation": _MISPLACED,
    "UTF-32 BE without a mark": "UTF-32 is taken for Latin-1, and told where the first Chinese character stands",
    "indicators are missing": _NO_INDICATORS,
    "the indicators are a list": _NO_INDICATORS,
    "the standards are a text": "standards of the wrong kind are passed over",
    "the id of a source in capitals": _KEY,
    "the id of a source with a blank": _KEY,
    "the id of a source that is empty": _KEY,
    "the id of a dimension with a blank": _KEY,
    "the id of a variant in capitals": _KEY,
    "an empty name": _EMPTY,
    "a name of two empty texts": _EMPTY,
    "a name of no language": _EMPTY,
    "a name that is blank": _EMPTY,
    "a name that is left out": _EMPTY,
    "an empty title": _EMPTY,
    "a title that is left out": _EMPTY,
    "an acceptance with a blank reason": _EMPTY,
    "an empty name of an indicator": _EMPTY,
    "evidence that is blank": "blank evidence is no evidence, yet it is told as evidence that does not hold the value",
    "a code of a province beyond all": _SIX_DIGITS,
    "a code that begins with zeros": _SIX_DIGITS,
    "a magnitude of no number": "亿元 without a number is read as one hundred million",
    "a report that is not there": _AT_SOURCE,
    "a report that is not there, in a folder": _AT_SOURCE,
    "a pipe instead of the report": _AT_SOURCE,
    "a report that links to an endless device": _AT_SOURCE,
    "a report that links out of the folder": _AT_SOURCE,
    "an acceptance that hides nothing unreadable": "the acceptances of an entry that cannot be read are not looked at",
    "variants that are more than all together": "a variant of all is not taken for the sum of the other variants",
    "an alias that is the id of another district": _NAME,
    "an alias that is the code of another district": _NAME,
    "an alias in other letters than another district's name": _NAME,
    "a name that another city has too": "many Chinese districts share their names; `within` tells them apart",
    "a line of tabs alone": _TAB,
    "a line of blanks and tabs alone": _TAB,
    "the folder of districts with a dot before it": _BELOW,
    "the folder of districts with a slash behind it": _BELOW,
    "a report with a dot before its path": _BELOW,
    "an address in capitals": "the scheme of an address may be written in capitals",
}
