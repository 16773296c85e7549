"""Makes characters that cannot be seen, or that act on a terminal, visible: every text from outside passes here.

C0 controls become control pictures (␛), everything else that hides, reorders or is undefined becomes ``‹U+202E›``. The
ranges are written out, not asked of ``unicodedata``, so that the output is the same under every Python.
"""

import re

# Characters without a picture of their own that we show by number.
_HIDDEN_RANGES = (
    (0x007F, 0x009F),  # DEL and the C1 controls
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x0600, 0x0605),  # Arabic number signs
    (0x061C, 0x061C),  # Arabic letter mark
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x115F, 0x1160),  # Hangul fillers: letters by category, blank by nature
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian selectors
    (0x200B, 0x200F),  # zero-width characters, left-to-right and right-to-left marks
    (0x2028, 0x202E),  # line and paragraph separators, bidirectional embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, bidirectional isolates
    (0x3164, 0x3164),  # Hangul filler
    (0xD800, 0xF8FF),  # lone surrogates and private use
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFFB),  # specials
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),  # Egyptian hieroglyph joiners
    (0x1BCA0, 0x1BCA3),  # shorthand controls
    (0x1D173, 0x1D17A),  # musical beams and slurs
    (0xE0000, 0xE00FF),  # tags
    (0xE01F0, 0xE0FFF),  # reserved for more of the kind; the ideographic variation selectors between stay
    (0xF0000, 0x10FFFF),  # private use
)
_NONCHARACTERS = "".join(chr((plane << 16) + low) for plane in range(15) for low in (0xFFFE, 0xFFFF))
_HIDDEN = re.compile(
    "[\x00-\x1f" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _HIDDEN_RANGES) + _NONCHARACTERS + "]"
)


def visible(text: str) -> str:
    """Show every hidden character; ordinary text comes back as it is, and so does text made visible before."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"
