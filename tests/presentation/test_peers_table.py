"""A district among its peers as a table: ranks, the peers' middle, verdicts, own changes, needs first, records and JSON."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of
from hypothesis import given
from hypothesis import strategies as st

from eduindex.analysis.choosing import Choice
from eduindex.analysis.peers import standings_of, worst_first
from eduindex.model.table import Note, Tone
from eduindex.model.wording import Wording
from eduindex.presentation.peers_table import peers_table
from eduindex.presentation.records import FIGURE_FIELDS, figure_document
from eduindex.rendering.formats import Format, render
from eduindex.rendering.surface import Surface

TOWN = Wording("城区", "the town")
PIPE = Surface(is_terminal=False, width=None, colour=False)
PICTURES = set("├┤┼━")
EXPLAINED = {
    EN: "Ranks count the district itself, median and range its peers alone, whose periods may differ",
    ZH: "名次含本区县；中位数与范围只计其他区县，其时期可能不同",
}


def county(id, *entries, code="330302", **more):
    """A county of any id: a is called a县 in Chinese and A in English."""
    one = district("quzhou", *entries, code=code, **more)
    return replace(one, identity=one.identity._replace(id=id, name=Wording(f"{id}县", id.upper())))


OWN = county(
    "a",
    says("coverage", "95%以上"),
    says("coverage", "90%", "2022"),
    says("dropouts", "2%"),
    says("dropouts", "1%", "2022"),
    says("schools", "50所"),
    says("grade", "B等"),
    says("class_ratio", "13:1"),
    says("spending", "7.04亿元"),
    says("by_ways", "9%"),
    says("recruited", "90名", "2021..2023"),
    says("recruited", "30名", "2018..2020"),
    says("coverage", "70%", scope=TOWN),
)
PEERS = tuple(
    county(
        id,
        says("coverage", coverage),
        says("dropouts", dropouts),
        says("schools", schools),
        says("grade", grade),
        says("class_ratio", ratio),
        says("by_ways", "9%", variant="children"),
    )
    for id, coverage, dropouts, schools, grade, ratio in (
        ("b", "80%", "0.1%", "30所", "A等", "11:1"),
        ("c", "97%", "0.2%", "50所", "B等", "10:1"),
        ("d", "99%", "1%", "40所", "C等", "12:1"),
    )
)


def table_of(own=OWN, peers=PEERS, language=EN, worst=False, sources=False, **choice):
    standings = standings_of(CATALOGUE, own, peers, Choice(**choice))
    lines = worst_first(standings) if worst else standings.lines
    return peers_table(standings, lines, CATALOGUE, language, worst=worst, sources=sources)


def rows_of(table, layout=0):
    """The rows of a layout by the name of their indicator."""
    return {row[0]: row[1:] for row in texts_of(table.layouts[layout])}


def sections_of(table, layout=0):
    return [(section.title, [row[0].text for row in section.rows]) for section in table.layouts[layout].sections]


def texts(table):
    return [note.text for note in table.notes]


def test_the_title_counts_the_peers():
    assert table_of().title == "A among 3 peers"
    assert table_of(peers=PEERS[:1]).title == "A among 1 peer"
    assert table_of(language=ZH).title == "a县：与3个参照区县比较"
    assert table_of(peers=PEERS[:1], language=ZH).title == "a县：与1个参照区县比较"


def test_lines_stand_under_their_dimensions_and_behind_them_those_without_a_comparable_peer():
    assert sections_of(table_of()) == [
        ("Children", ["Coverage", "Dropouts", "Class ratio", "Schools", "Grade"]),
        ("No comparable peer", ["Recruited", "By ways", "Spending"]),
    ]
    assert [title for title, _ in sections_of(table_of(language=ZH))] == ["儿童", "无可比的参照区县"]
    assert [title for title, _ in sections_of(table_of(peers=()))] == ["No comparable peer"]


def test_the_wide_table_in_english():
    table = table_of()
    assert [column.heading for column in table.layouts[0].columns] == [
        *("Indicator", "Value", "Period", "Rank", "Median", "Range", "", "Against median", "Own change", "Notes")
    ]
    assert rows_of(table) == {
        "Coverage": [
            *("≥95%", "2023", "1–3 of 4", "97%", "80–99%", "├──────────────━━━━━━", "undetermined"),
            *("itself better than in 2022", "[1]"),
        ],
        "Dropouts": [
            *("2%", "2023", "4 of 4", "0.2%", "0.1–1%", "o──────────────────┼┤", "worse"),
            *("itself worse than in 2022", ""),
        ],
        "Schools": ["50", "2023", "1 of 4", "40", "30–50", "├─────────┼─────────o", "more", "", ""],
        "Grade": ["B", "2023", "2 of 4", "B", "C–A", "├─────────o─────────┤", "equal", "", ""],
        "Class ratio": ["13:1", "2023", "4 of 4", "11:1", "10–12:1", "o────────────┼──────┤", "worse", "", ""],
        "Recruited": ["90", "2021..2023", "–", "–", "–", "", "", "itself more than in 2018 to 2020", ""],
        "By ways": ["9%", "2023", "–", "–", "3 with a figure, not comparable", "", "", "", ""],
        "Spending": ["7.04亿元", "2023", "–", "–", "–", "", "", "", ""],
    }


def test_the_wide_table_in_chinese():
    table = table_of(language=ZH)
    assert [column.heading for column in table.layouts[0].columns] == [
        *("指标", "数值", "时期", "名次", "中位数", "范围", "", "与中位数比", "自身变化", "注")
    ]
    rows = rows_of(table)
    assert rows["覆盖率"][:5] == ["95%以上", "2023", "1–3 / 4", "97%", "80–99%"]
    assert rows["覆盖率"][6:] == ["无法判定", "自身比2022年更好", "[1]"]
    assert rows["辍学率"][6:] == ["更差", "自身比2022年更差", ""]
    assert rows["新聘教师"][6:] == ["", "自身比2018至2020年更多", ""]
    assert rows["多口径"][4] == "3个有数字，不可比"
    assert rows["学校数"][3:5] == ["40所", "30–50所"]


def test_the_narrow_table_says_the_same_in_fewer_columns():
    table = table_of()
    assert [column.heading for column in table.layouts[1].columns] == [
        *("Indicator", "Value", "Rank", "Peers' median (range)", "", "Against median")
    ]
    assert [column.heading for column in table_of(language=ZH).layouts[1].columns] == [
        *("指标", "数值", "名次", "参照区县中位数(范围)", "", "与中位数比")
    ]
    rows = rows_of(table, 1)
    assert rows["Coverage"] == [
        *("≥95% (2023)", "1–3 of 4", "97% (80–99%)", "├───────━━━"),
        "undetermined; itself better than in 2022 [1]",
    ]
    assert rows["Recruited"] == ["90 (2021..2023)", "–", "–", "", "itself more than in 2018 to 2020"]
    assert rows["Spending"] == ["7.04亿元 (2023)", "–", "–", "", ""]
    assert rows["By ways"] == ["9% (2023)", "–", "3 with a figure, not comparable", "", ""]
    assert rows_of(table_of(language=ZH), 1)["覆盖率"][-1] == "无法判定；自身比2022年更好 [1]"


def test_the_narrowest_table_is_the_narrow_one_without_its_picture():
    for language in LANGUAGES:
        for worst in (False, True):
            table = table_of(language=language, worst=worst)
            _, narrow, narrowest = table.layouts
            assert [column.heading for column in narrowest.columns] == [
                column.heading for column in narrow.columns if not column.drawn
            ]
            assert texts_of(narrowest) == [[*row[:4], *row[5:]] for row in texts_of(narrow)]
            assert sections_of(table, 2) == sections_of(table, 1)
            assert not any(column.drawn for column in narrowest.columns)


@pytest.mark.parametrize(
    ("now", "before", "english", "chinese"),
    [
        ("95%", "90%", "itself better than in 2022", "自身比2022年更好"),
        ("85%", "90%", "itself worse than in 2022", "自身比2022年更差"),
        ("90%", "90%", "itself as in 2022", "自身与2022年相同"),
    ],
)
def test_the_own_change_is_told_as_the_districts_own(now, before, english, chinese):
    own = county("a", says("coverage", now), says("coverage", before, "2022"))
    for language, said in ((EN, english), (ZH, chinese)):
        table = table_of(own, language=language)
        ((*_, verdict, change, _),) = texts_of(table.layouts[0])
        ((*_, outcome),) = texts_of(table.layouts[1])
        assert change == said
        assert outcome.removesuffix(" [1]") == f"{verdict}{'; ' if language is EN else '；'}{said}"


def test_an_own_change_that_is_open_is_told_in_chinese():
    own = county("a", says("coverage", "95%以上"), says("coverage", "97%", "2022"))
    assert rows_of(table_of(own, language=ZH))["覆盖率"][-3:-1] == ["无法判定", "自身与2022年相比无法判定"]


def test_an_own_change_that_is_open_is_told_in_english():
    own = county("a", says("coverage", "95%以上"), says("coverage", "97%", "2022"))
    assert rows_of(table_of(own))["Coverage"][-3:-1] == ["undetermined", "itself undetermined against 2022"]


@pytest.mark.parametrize(
    ("period", "english", "chinese"),
    [
        ("2021..2022", "itself worse than in 2021 to 2022", "自身比2021至2022年更差"),
        ("2021/2022", "itself worse than in school year 2021/2022", "自身比2021/2022学年更差"),
        ("..2022-06", "itself worse than up to June 2022", "自身比截至2022年6月更差"),
        ("2022-06", "itself worse than in June 2022", "自身比2022年6月更差"),
    ],
)
def test_the_period_of_an_own_change_is_told_in_words(period, english, chinese):
    own = county("a", says("coverage", "90%"), says("coverage", "95%", period))
    for language, said in ((EN, english), (ZH, chinese)):
        (row,) = texts_of(table_of(own, language=language).layouts[0])
        assert row[-2] == said


def test_a_single_peer_is_its_own_range_and_said_once():
    rows = rows_of(table_of(peers=PEERS[:1]), 1)
    assert rows["Coverage"][2] == "80%"
    assert rows_of(table_of(peers=PEERS[:1]))["Coverage"][3:5] == ["80%", "80%"]


def test_the_tone_is_that_of_the_verdict():
    table = table_of()
    tones = {row[0].text: (row[7].tone, row[8].tone) for section in table.layouts[0].sections for row in section.rows}
    assert tones["Coverage"] == (Tone.WEAK, Tone.GOOD)
    assert tones["Dropouts"] == (Tone.BAD, Tone.BAD)
    assert tones["Schools"] == (Tone.PLAIN, Tone.PLAIN)


def test_indicators_of_which_less_is_better_are_drawn_with_the_best_at_the_right_too():
    own = county("a", says("dropouts", "1%"), says("coverage", "1%"))
    others = [county(id, says("dropouts", value), says("coverage", value)) for id, value in (("b", "2%"), ("c", "3%"))]
    rows = rows_of(table_of(own, others))
    assert (rows["Dropouts"][5][-1], rows["Coverage"][5][0]) == ("o", "o")
    assert (rows["Dropouts"][6], rows["Coverage"][6]) == ("better", "worse")


def test_notes_are_the_districts_own_caveats_the_explanation_and_what_was_not_used():
    table = table_of()
    assert table.notes[0] == Note("1", "A prints 95%以上, read as at least 95% and at most 100%.")
    assert [(note.mark, note.drawn) for note in table.notes] == [("1", False), ("", False), ("", True), ("", False)]
    assert texts(table)[1].startswith(EXPLAINED[EN])
    assert texts(table)[2].startswith("Picture: ")
    assert texts(table)[3] == "Further figures, not used: A 70% (the town, 2023)."
    chinese = texts(table_of(language=ZH))
    assert chinese[0] == "a县“95%以上”读作不小于95%、不大于100%。"
    assert chinese[1].startswith(EXPLAINED[ZH])
    assert chinese[2].startswith("图：")
    assert chinese[3] == "未用的其他数字：a县 70% (城区, 2023)。"


def test_a_sentence_that_holds_of_several_figures_is_said_once():
    own = county("a", says("coverage", "9%", dated=False), says("schools", "9所", dated=False))
    table = table_of(own)
    assert [row[-1] for row in texts_of(table.layouts[0])] == ["[1]", "[1]"]
    assert [note.mark for note in table.notes if note.mark] == ["1"]


def test_a_verdict_that_rests_on_the_usual_definition_of_a_peer_says_so():
    own = county("a", says("by_usual_ways", "56.67%", variant="children"))
    table = table_of(own, [county("b", says("by_usual_ways", "85.81%"))])
    assert rows_of(table)["By usual ways (by children)"][6] == "worse"
    assert any("by children" in text for text in texts(table))


WEAK_OWN = county(
    "a",
    says("by_usual_ways", "50%", variant="children"),
    says("by_usual_ways", "10%", "2022", variant="children"),
    says("schools", "9所"),
)
WEAK_PEERS = (
    county(
        "b",
        says("by_usual_ways", "40%", variant="children"),
        says("by_usual_ways", "30%", "2022", variant="children"),
        says("schools", "8所"),
    ),
    county("c", says("by_usual_ways", "30%以上", "2022"), says("schools", "7所", "2022")),
    county("d", says("by_usual_ways", "约20%"), says("schools", "6所")),
    county("e", says("by_usual_ways", "20%"), says("by_usual_ways", "25%", source="yearbook")),
)
WEAKENED = {
    EN: (
        "Among the peers: 1 of another period; 3 with no definition stated, read as the usual one (by children); "
        "1 with a bound; 1 with an approximation; 1 whose sources contradict themselves, so that the range counts; "
        "1 with which the order was the opposite in an earlier period of both."
    ),
    ZH: (
        "参照区县：1个时期不同；3个未说明口径，按通常口径(按幼儿)理解；1个只有上下限；1个为约数；"
        "1个来源自相矛盾，按区间计；1个在更早的共同时期次序相反。"
    ),
}


def test_what_weakens_the_peers_is_one_note_of_the_line_and_counted():
    one_more = {EN: "Among the peers: 1 of another period.", ZH: "参照区县：1个时期不同。"}
    for language in LANGUAGES:
        table = table_of(WEAK_OWN, WEAK_PEERS, language)
        assert table.notes[:2] == (Note("1", one_more[language]), Note("2", WEAKENED[language]))
        for layout in table.layouts:
            assert [re.findall(r"\d", row[-1])[-1] for row in texts_of(layout)] == ["1", "2"]


def test_what_weakens_the_peers_is_counted_for_machines_too():
    table = table_of(WEAK_OWN, WEAK_PEERS)
    counts = {
        "schools": {"periods-differ": 1},
        "by_usual_ways": {
            "periods-differ": 1,
            "variant-unstated": 3,
            "bound": 1,
            "approximation": 1,
            "sources-contradict": 1,
            "order-was-opposite": 1,
        },
    }
    for row, record in zip(records_by_field(table.records), table.document["records"], strict=True):
        expected = counts[row["indicator"]]
        assert record["place"]["weakened"] == expected
        assert sorted(row["caveats"].split(";")) == sorted(record["caveats"]) == sorted(expected)


def test_a_code_that_the_figure_and_its_peers_share_is_named_once_and_told_of_both():
    own = county("a", says("coverage", "95%以上", note=Wording("注", "A note")))
    table = table_of(own, [county("b", says("coverage", "80%以上")), county("c", says("coverage", "70%", "2022"))])
    (row,), (record,) = records_by_field(table.records), table.document["records"]
    assert (row["caveats"], record["caveats"]) == (
        "bound;note;periods-differ",
        ["bound", "note", "periods-differ"],
    )
    assert [note.text for note in table.notes if note.mark] == [
        "A prints 95%以上, read as at least 95% and at most 100%.",
        "A: A note.",
        "Among the peers: 1 of another period; 1 with a bound.",
    ]
    assert texts_of(table.layouts[0])[0][-1] == "[1, 2, 3]"


def test_sources_are_those_of_the_district():
    listed = [text for text in texts(table_of(sources=True)) if "Annual report" in text]
    assert listed == ["A · report: Annual report. undated"]
    assert not any("Annual report" in text for text in texts(table_of()))


# What needs attention first


def test_what_is_certainly_worse_stands_first_and_of_that_what_gets_worse():
    table = table_of(worst=True)
    assert sections_of(table) == [
        ("Worse than the peers' median", ["Dropouts", "Class ratio"]),
        ("Others", ["Coverage", "Schools", "Grade"]),
        ("No comparable peer", ["Recruited", "By ways", "Spending"]),
    ]
    assert [title for title, _ in sections_of(table_of(worst=True, language=ZH))] == [
        *("差于参照区县中位数", "其他", "无可比的参照区县")
    ]
    assert [one["indicator"] for one in records_by_field(table.records)][:2] == ["dropouts", "class_ratio"]
    assert [one["indicator"] for one in table.document["records"]][:2] == ["dropouts", "class_ratio"]


def test_getting_worse_goes_before_the_order_of_the_catalogue():
    own = county("a", says("coverage", "1%"), says("class_ratio", "15:1"), says("class_ratio", "14:1", "2022"))
    assert sections_of(table_of(own, worst=True)) == [("Worse than the peers' median", ["Class ratio", "Coverage"])]
    assert sections_of(table_of(own)) == [("Children", ["Coverage", "Class ratio"])]


def test_by_need_the_same_rows_stand_in_the_table():
    for layout in (0, 1, 2):
        assert sorted(texts_of(table_of(worst=True).layouts[layout])) == sorted(texts_of(table_of().layouts[layout]))


@pytest.mark.parametrize("worst", [False, True])
def test_notes_are_numbered_in_the_order_of_the_lines_printed(worst):
    noted = [Wording(f"注{name}", f"Note {name}") for name in "pqrs"]
    own = county(
        "a",
        says("by_ways", "9%", note=noted[0]),  # no peer: the last line
        says("coverage", "99%", note=noted[1]),
        says("schools", "9所", note=noted[2]),
        says("class_ratio", "50:1", note=noted[3]),  # the worst
    )
    table = table_of(own, worst=worst)
    order = ["class_ratio", "coverage", "schools", "by_ways"]
    expected = order if worst else [*order[1:2], order[0], *order[2:]]
    assert [one["indicator"] for one in records_by_field(table.records)] == (
        expected if worst else [id for id in CATALOGUE.indicators if id in order]
    )
    for layout in table.layouts:
        printed = [mark for row in texts_of(layout) for mark in re.findall(r"\[(\d)\]", row[-1])]
        assert printed == ["1", "2", "3", "4"]
    named = {"by_ways": "p", "coverage": "q", "schools": "r", "class_ratio": "s"}
    assert texts(table)[:4] == [f"A: Note {named[id]}." for id in expected]


def test_where_nothing_is_worse_there_is_no_such_section():
    best = county("a", says("coverage", "100%"))
    assert sections_of(table_of(best, worst=True)) == [("Others", ["Coverage"])]


# Machines

FIELDS = (
    *FIGURE_FIELDS,
    *("rank_best", "rank_worst", "ranked", "median_low", "median_high", "peers_low", "peers_high", "verdict"),
    *("change_verdict", "change_since", "peers_with_figures", "caveats"),
)


def test_records_are_one_row_an_indicator():
    table = table_of()
    assert table.records.fields == FIELDS
    rows = {
        one["indicator"]: [one[name] for name in FIELDS[len(FIGURE_FIELDS) :]]
        for one in records_by_field(table.records)
    }
    assert rows == {
        "coverage": [1, 3, 4, *map(Decimal, (97, 97, 80, 99)), "undetermined", "better", "2022", 3, "bound"],
        "dropouts": [4, 4, 4, *map(Decimal, ("0.2", "0.2", "0.1", 1)), "worse", "worse", "2022", 3, None],
        "class_ratio": [4, 4, 4, *map(Decimal, (11, 11, 10, 12)), "worse", None, None, 3, None],
        "schools": [1, 1, 4, *map(Decimal, (40, 40, 30, 50)), "more", None, None, 3, None],
        "grade": [2, 2, 4, "B", "B", "C", "A", "equal", None, None, 3, None],
        "recruited": [*(None,) * 8, "more", "2018..2020", 0, None],
        "by_ways": [*(None,) * 8, None, None, 3, None],
        "spending": [*(None,) * 8, None, None, 0, None],
    }


def test_json_carries_the_place_and_the_change_with_its_caveats():
    document = table_of().document
    assert list(document) == ["schema_version", "command", "district", "peers", "records"]
    assert [document[name] for name in ("schema_version", "command", "district", "peers")] == [1, "show", "a", 3]
    standings = standings_of(CATALOGUE, OWN, PEERS)
    for line, record in zip(standings.lines, document["records"], strict=True):
        assert figure_document(line.figure, EN).items() <= record.items()
    records = {one["indicator"]: one for one in document["records"]}
    assert records["coverage"]["place"] == {
        "rank_best": 1,
        "rank_worst": 3,
        "ranked": 4,
        "median": {"low": Decimal(97), "high": Decimal(97), "low_open": False, "high_open": False},
        "range": {"low": Decimal(80), "high": Decimal(99), "low_open": False, "high_open": False},
        "verdict": "undetermined",
        "weakened": {},
    }
    change = records["coverage"]["change"]
    assert (change["since"], change["verdict"], change["difference"]["low"]) == ("2022", "better", Decimal(5))
    assert [caveat["code"] for caveat in change["caveats"]] == ["periods-differ", "bound"]
    assert (records["spending"]["place"], records["spending"]["change"]) == (None, None)
    assert records["by_ways"]["peers_with_figures"] == 3


def test_json_carries_the_caveats_too():
    records = {one["indicator"]: one for one in table_of().document["records"]}
    assert (records["coverage"]["caveats"], records["dropouts"]["caveats"]) == (["bound"], [])


def test_codes_and_numbers_are_the_same_in_both_languages():
    told = {"indicator_name", "district_name", "scope", "note"}
    rows = [
        [{name: value for name, value in one.items() if name not in told} for one in records_by_field(table.records)]
        for table in (table_of(language=language) for language in LANGUAGES)
    ]
    assert rows[0] == rows[1]


# Pictures


def test_only_a_terminal_sees_the_pictures():
    table = table_of()
    assert all(sum(column.drawn for column in layout.columns) == 1 for layout in table.layouts[:2])
    for format in Format:
        text = render(table, format, PIPE)
        assert not PICTURES & set(text)
        assert "97" in text
    assert set(render(table, Format.TABLE, Surface(is_terminal=True, width=80, colour=False))) >= PICTURES


def test_what_has_no_picture_explains_none():
    for language, word in ((EN, "Picture: "), (ZH, "图：")):
        table = table_of(language=language)
        assert [format for format in Format if word in render(table, format, PIPE)] == []
        assert word in render(table, Format.TABLE, Surface(is_terminal=True, width=80, colour=False))


WORDS_OF_A_PICTURE = {EN: "Picture: ", ZH: "图："}


def has_whole_pictures_or_none(width, language):
    table = table_of(language=language)
    text = render(table, Format.TABLE, Surface(is_terminal=True, width=width, colour=False)).replace("┼ ", "")
    drawn = [
        {row[place] for row in texts_of(layout)} - {""} for layout, place in zip(table.layouts[:2], (6, 4), strict=True)
    ]
    assert (WORDS_OF_A_PICTURE[language] in text) == bool(PICTURES & set(text))
    return not PICTURES & set(text) or any(all(picture in text for picture in pictures) for pictures in drawn)


@pytest.mark.parametrize("width", [200, 160, 120, 100, 78, 30])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_whole(width, language):
    assert has_whole_pictures_or_none(width, language)


@pytest.mark.parametrize("width", [60, 50, 40])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_terminal_has_whole_pictures_or_none(width, language):
    assert has_whole_pictures_or_none(width, language)


VALUES = {
    "coverage": ("90%", "95%以上", "80%", "不足50%"),
    "dropouts": ("1%", "0.1%", "低于0.5%"),
    "by_usual_ways": ("9%", "8%"),
    "provincial": ("9%", "8%"),
    "schools": ("10所", "20余所", "近30所"),
    "grade": ("A等", "B等以上", "C等"),
    "growth": ("-5%", "7.78%"),
    "spending": ("7.04亿元", "20多亿元"),
}


@st.composite
def entries(draw):
    indicator = draw(st.sampled_from(list(VALUES)))
    return says(
        indicator,
        draw(st.sampled_from(VALUES[indicator])),
        draw(st.sampled_from(["2023", "2022", "2021..2023", "..2023"])),
        variant=draw(st.none() | st.sampled_from(["children", "places"])) if indicator == "by_usual_ways" else None,
        scope=draw(st.sampled_from([Wording(), Wording(), TOWN])),
        target=draw(st.booleans()),
        dated=draw(st.booleans()),
        note=draw(st.sampled_from([Wording(), Wording("{}", "{name} %s")])),
    )


COUNTIES = st.lists(
    st.tuples(st.lists(entries(), max_size=8), st.sampled_from(["330302", "340102", ""])), min_size=1, max_size=6
)


@given(COUNTIES, st.booleans())
def test_whatever_districts_say_is_told_in_both_languages(said, worst):
    own, *others = (county(chr(ord("a") + place), *each, code=code) for place, (each, code) in enumerate(said))
    for language in LANGUAGES:
        table = table_of(own, others, language=language, worst=worst, sources=True)
        for layout in table.layouts:
            assert {len(row) for row in texts_of(layout)} <= {len(layout.columns)}
            assert len(texts_of(layout)) == len(table.records.rows)
        for layout, place in zip(table.layouts[:2], (6, 4), strict=True):
            assert {len(row[place]) for row in texts_of(layout)} <= {0, layout.columns[place].width}
        for record in records_by_field(table.records):
            assert (record["rank_best"] is None) == (record["verdict"] is None)
            assert record["rank_best"] is None or 1 <= record["rank_best"] <= record["rank_worst"] <= record["ranked"]
        marked = [mark for row in texts_of(table.layouts[0]) for mark in row[-1].strip("[]").split(", ") if mark]
        assert list(dict.fromkeys(marked)) == [note.mark for note in table.notes if note.mark]
