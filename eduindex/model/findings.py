"""The stable codes of everything that can be wrong with a file, with a line of what each means.

T: the file as text · S: its shape · C: the catalogue · R: references · V: values and periods. A code keeps its meaning for
ever: a retired one is never used again, a new fault takes the next number.
"""

from typing import Final

CANNOT_BE_READ: Final = "T001"
NOT_A_REGULAR_FILE: Final = "T002"
TOO_LARGE: Final = "T003"
NOT_UTF8: Final = "T004"
CONTROL_CHARACTER: Final = "T005"
SYNTAX: Final = "T006"
DUPLICATE_KEY: Final = "T007"
ANCHOR: Final = "T008"
ALIAS: Final = "T009"
TAG: Final = "T010"
MERGE_KEY: Final = "T011"
SEVERAL_DOCUMENTS: Final = "T012"
TOO_DEEP: Final = "T013"
TAB_INDENTATION: Final = "T014"
NO_LIBYAML: Final = "T015"
INVISIBLE_MARK: Final = "T016"
EMPTY: Final = "T017"
DIRECTIVE: Final = "T018"
KEY_NOT_TEXT: Final = "T019"
CANNOT_BE_WRITTEN: Final = "T020"
UNKNOWN_KEY: Final = "S001"
MISSING_KEY: Final = "S002"
WRONG_KIND: Final = "S003"
MALFORMED: Final = "S004"
OTHER_ID: Final = "S005"
UNKNOWN_DIMENSION: Final = "C001"
UNKNOWN_INDICATOR: Final = "R001"
UNKNOWN_SOURCE: Final = "R002"
UNKNOWN_VARIANT: Final = "R003"
UNREADABLE_VALUE: Final = "V001"
UNFIT_VALUE: Final = "V002"
UNREADABLE_PERIOD: Final = "V003"

TITLES: Final[dict[str, str]] = {
    CANNOT_BE_READ: "the file cannot be read (missing, forbidden, a broken or circular link, an impossible name)",
    NOT_A_REGULAR_FILE: "a folder, device, pipe or socket stands where a file is expected",
    TOO_LARGE: "the file is larger than any data file has reason to be",
    NOT_UTF8: "the file is not UTF-8",
    CONTROL_CHARACTER: "a control character, as such or as an escape in a quoted text",
    SYNTAX: "the text is not valid YAML",
    DUPLICATE_KEY: "a key occurs twice in the same block",
    ANCHOR: "an anchor (&name)",
    ALIAS: "an alias (*name)",
    TAG: "a tag (!name, !!str)",
    MERGE_KEY: "a merge key (<<)",
    SEVERAL_DOCUMENTS: "more than one YAML document in the file",
    TOO_DEEP: "blocks or brackets are nested too deep",
    TAB_INDENTATION: "a tab stands in the indentation",
    NO_LIBYAML: "PyYAML was installed without libyaml",
    INVISIBLE_MARK: "a bidirectional mark or a byte order mark inside the text, as such or as an escape",
    EMPTY: "the file holds nothing",
    DIRECTIVE: "a YAML directive (a line that begins with %)",
    KEY_NOT_TEXT: "a list or a block stands where a key is expected",
    CANNOT_BE_WRITTEN: "the file cannot be written",
    UNKNOWN_KEY: "a key that means nothing here",
    MISSING_KEY: "a required key is missing",
    WRONG_KIND: "a text, a list or a block of keys stands where another of them is expected",
    MALFORMED: "a text that is not of the form expected here, such as an id, a code or a date",
    OTHER_ID: "the district's id differs from the file's name",
    UNKNOWN_DIMENSION: "an indicator names a dimension that the catalogue does not have",
    UNKNOWN_INDICATOR: "an entry names an indicator that the catalogue does not have",
    UNKNOWN_SOURCE: "an entry names a source that the file does not have",
    UNKNOWN_VARIANT: "an entry names a variant that its indicator does not have",
    UNREADABLE_VALUE: "a value that cannot be read as a figure",
    UNFIT_VALUE: "a value whose unit or size does not fit its indicator",
    UNREADABLE_PERIOD: "a period that cannot be read",
}
