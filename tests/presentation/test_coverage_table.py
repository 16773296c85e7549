"""Who publishes what as a table, and the questions to two districts, word for word."""

from dataclasses import replace

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of

from eduindex.analysis.choosing import Choice
from eduindex.analysis.coverage import coverage_of
from eduindex.analysis.questions import Asked, questions_between
from eduindex.model.district import Source
from eduindex.model.observation import District
from eduindex.model.wording import Wording
from eduindex.presentation.coverage_table import coverage_table, share_text
from eduindex.presentation.question_sentences import question_sentence
from eduindex.presentation.question_table import questions_table

TOWN = Wording("城区", "the town")
QUZHOU = district(
    "quzhou",
    says("coverage", "95%以上"),
    says("recruited", "604人", "2019..2023", evidence="近五年招聘604人"),
    says("spending", "7亿元", "2025", target=True),
)
OUHAI = district("ouhai", says("coverage", "97%"), says("recruited", "251人", "2022"), says("spending", "6亿元"))


def of(*districts, language=EN, everything=False, asking=False, **choice):
    chosen = Choice(**choice)
    questions = questions_between(CATALOGUE, *districts, chosen) if asking else None
    coverage = coverage_of(CATALOGUE, districts, chosen)
    return coverage_table(coverage, CATALOGUE, language, questions=questions, everything=everything)


@pytest.mark.parametrize(
    ("covered", "of_all", "text"),
    [
        (5, 16, "5/16 31%"),
        (1, 8, "1/8 13%"),
        (0, 16, "0/16 0%"),
        (16, 16, "16/16 100%"),
        (1, 1000, "1/1000 1%"),
        (999, 1000, "999/1000 99%"),
        (0, 0, "–"),
    ],
)
def test_a_share_is_none_or_all_only_where_it_is(covered, of_all, text):
    assert share_text(covered, of_all) == text


@pytest.mark.parametrize(
    ("language", "headings", "rows"),
    [
        (
            EN,
            ["Indicator", "Quzhou", "Ouhai"],
            [
                ["Children", "2/16 13%", "2/16 13%"],
                ["Money", "0/2 0%", "1/2 50%"],
                ["All dimensions", "2/18 11%", "3/18 17%"],
                ["Coverage", "actual", "actual"],
                ["Recruited", "actual", "actual"],
                ["Spending", "target", "actual"],
            ],
        ),
        (
            ZH,
            ["指标", "衢州", "瓯海"],
            [
                ["儿童", "2/16 13%", "2/16 13%"],
                ["经费", "0/2 0%", "1/2 50%"],
                ["全部维度", "2/18 11%", "3/18 17%"],
                ["覆盖率", "实际", "实际"],
                ["新聘教师", "实际", "实际"],
                ["投入", "目标", "实际"],
            ],
        ),
    ],
)
def test_the_share_by_dimension_comes_first_then_what_anybody_publishes(language, headings, rows):
    layout = of(QUZHOU, OUHAI, language=language).layouts[0]
    assert [column.heading for column in layout.columns] == headings
    assert texts_of(layout) == rows
    dimensions = [CATALOGUE.dimensions[id].name(language) for id in ("children", "money")]
    assert [section.title for section in layout.sections[1:]] == dimensions
    assert [len(section.rows) for section in layout.sections] == [3, 2, 1]


def test_one_dimension_alone_has_no_row_over_all():
    rows = texts_of(of(QUZHOU, dimensions=frozenset({"money"})).layouts[0])
    assert rows == [["Money", "0/2 0%"], ["Spending", "target"]]


def test_nothing_is_told_without_colour_alone():
    cells = {cell.text: cell.tone for row in of(QUZHOU, OUHAI).layouts[0].sections[2].rows for cell in row}
    assert set(cells) == {"Spending", "target", "actual"}
    assert of(QUZHOU).notes[0].text == "actual: an actual figure; target: a target only; –: neither."
    assert of(QUZHOU, language=ZH).notes[0].text == "实际：有实际数字；目标：只有目标值；–：两者都没有。"


def test_what_nobody_publishes_is_counted_and_listed_on_request():
    assert of(QUZHOU, OUHAI).notes[1].text == "Left out: 15 indicators that none of them publishes (--all)."
    assert of(QUZHOU, OUHAI, language=ZH).notes[1].text == "未列出：各区县均未公布的指标15个 (--all)。"
    table = of(QUZHOU, OUHAI, everything=True)
    assert len(table.notes) == 1
    assert len(texts_of(table.layouts[0])) == 3 + len(CATALOGUE.indicators)
    assert ["Schools", "–", "–"] in texts_of(table.layouts[0])


def test_a_narrow_layout_counts_districts():
    zhangping = district("zhangping", says("spending", "1亿元", "2025", target=True))
    layout = of(QUZHOU, OUHAI, zhangping).layouts[-1]
    assert [column.heading for column in layout.columns] == ["Indicator", "Actual", "Target only"]
    assert texts_of(layout) == [
        ["Children", "4/48 8%", "0/48 0%"],
        ["Money", "1/6 17%", "2/6 33%"],
        ["All dimensions", "5/54 9%", "2/54 4%"],
        ["Coverage", "2/3 67%", "0/3 0%"],
        ["Recruited", "2/3 67%", "0/3 0%"],
        ["Spending", "1/3 33%", "2/3 67%"],
    ]


def renamed(one: District, id: str) -> District:
    return replace(one, identity=one.identity._replace(id=id))


def test_of_very_many_districts_people_get_counts_and_machines_every_one():
    many = [renamed(QUZHOU, f"d{number}") for number in range(60)]
    table = of(*many)
    assert [[column.heading for column in one.columns] for one in table.layouts] == [
        ["Indicator", "Actual", "Target only"]
    ]
    assert len(of(*many[:40]).layouts) == 2
    assert table.records.fields[-1] == "d59_status"
    assert len(table.records.fields) == 5 + 60
    assert len(table.tidy.rows) == 60 * len(CATALOGUE.indicators)


@pytest.mark.parametrize(
    ("number", "en", "zh"),
    [
        (0, "0 districts: who publishes what of 18 indicators", "0个区县：18个指标的公布情况"),
        (1, "Quzhou: who publishes what of 18 indicators", "衢州：18个指标的公布情况"),
        (2, "Quzhou, Quzhou: who publishes what of 18 indicators", "衢州、衢州：18个指标的公布情况"),
        (4, "4 districts: who publishes what of 18 indicators", "4个区县：18个指标的公布情况"),
    ],
)
def test_the_title_names_a_few_districts_and_counts_more(number, en, zh):
    districts = [renamed(QUZHOU, f"d{place}") for place in range(number)]
    assert (of(*districts).title, of(*districts, language=ZH).title) == (en, zh)


def test_machines_read_every_indicator_and_district():
    table = of(QUZHOU, OUHAI)
    wide = {row["indicator"]: row for row in records_by_field(table.records)}
    assert list(wide) == [line.indicator.id for line in coverage_of(CATALOGUE, [QUZHOU]).lines]
    assert wide["spending"] == {
        "dimension": "money",
        "indicator": "spending",
        "indicator_name": "Spending",
        "districts_actual": 1,
        "districts_target": 1,
        "quzhou_status": "target",
        "ouhai_status": "actual",
    }
    assert (wide["schools"]["quzhou_status"], wide["schools"]["ouhai_status"]) == ("none", "none")
    tidy = [row for row in records_by_field(table.tidy) if row["indicator"] == "spending"]
    assert [(row["district"], row["district_name"], row["status"]) for row in tidy] == [
        ("quzhou", "Quzhou", "target"),
        ("ouhai", "Ouhai", "actual"),
    ]
    assert len(table.tidy.rows) == 2 * len(wide)


def test_json_holds_records_and_counts():
    document = of(QUZHOU, OUHAI).document
    assert (document["schema_version"], document["command"]) == (1, "coverage")
    assert document["districts"] == ["quzhou", "ouhai"]
    assert document["dimensions"][1] == {
        "dimension": "money",
        "dimension_name": "Money",
        "indicators": 2,
        "districts": [
            {"district": "quzhou", "actual": 0, "target": 1},
            {"district": "ouhai", "actual": 1, "target": 0},
        ],
    }
    assert document["overall"]["indicators"] == 18
    assert document["records"] == records_by_field(of(QUZHOU, OUHAI).tidy)
    assert "questions" not in document


def test_a_district_may_be_called_like_a_field():
    fields = of(renamed(QUZHOU, "indicator"), renamed(OUHAI, "districts_actual")).records.fields
    assert len(set(fields)) == len(fields)


def asked_of(first, other, language=ZH):
    """The questions between Quzhou and Ouhai, by district, with the sentences."""
    questions = questions_between(CATALOGUE, district("quzhou", *first), district("ouhai", *other))
    return [(one.district.id, one.asked, question_sentence(one, language)) for one in questions.questions]


CASES = {
    Asked.DEFINITION: (
        [says("by_ways", "9%", evidence="达9%")],
        [says("by_ways", "8%", variant="places")],
        "《年报》提到“达9%”(2023年)，请问多口径按哪种口径统计：“按幼儿”、“按学位”，还是其他口径？",
        "“Annual report” says “达9%” (2023). By which definition is it counted (By ways): “by children”, “by places”, or "
        "another?",
    ),
    Asked.SAME_DEFINITION: (
        [says("by_ways", "9%", evidence="达9%", variant="children")],
        [says("by_ways", "8%", variant="places")],
        "《年报》提到“达9%”(2023年)，请问如按“按学位”口径统计，多口径是多少？",
        "“Annual report” says “达9%” (2023). What is the figure by the definition “by places” (By ways)?",
    ),
    Asked.START: (
        [says("recruited", "9人", "..2023-04", evidence="共招9人")],
        [says("recruited", "8人", "2022")],
        "《年报》提到“共招9人”(截至2023年4月)，请问从何年何月起计算？2022年一年的新聘教师是多少？",
        "“Annual report” says “共招9人” (up to April 2023). In which year and month does this begin? What is the figure for "
        "2022 alone (Recruited)?",
    ),
    Asked.ONE_YEAR: (
        [says("rotation", "24.43%", "2021..2023", evidence="比例达24.43%")],
        [says("rotation", "8%", "2023")],
        "《年报》提到“比例达24.43%”(2021至2023年)，请问是三年累计还是年平均？2023年一年的交流率是多少？",
        "“Annual report” says “比例达24.43%” (2021 to 2023). Is this of 3 years together or a yearly mean? What is the "
        "figure for 2023 alone (Rotation)?",
    ),
    Asked.WHOLE_DISTRICT: (
        [says("coverage", "9%", evidence="达9%", scope=TOWN)],
        [says("coverage", "8%")],
        "《年报》提到“达9%”(2023年)，该数字只涵盖城区，请问全域的覆盖率是多少？",
        "“Annual report” says “达9%” (2023). It covers a part only (the town). What is the figure for the whole district "
        "(Coverage)?",
    ),
    Asked.EXACT_FIGURE: (
        [says("coverage", "95%以上", evidence="达95%以上")],
        [says("coverage", "98%")],
        "《年报》提到“达95%以上”(2023年)，请问覆盖率的确切数字是多少？",
        "“Annual report” says “达95%以上” (2023). What is the exact figure (Coverage)?",
    ),
    Asked.WHICH_FIGURE: (
        [says("schools", "5所", evidence="有5所"), says("schools", "6所", evidence="有6所")],
        [says("schools", "5所")],
        "《年报》提到“有5所”和“有6所”(2023年)，互不一致，请问学校数以哪个数字为准？",
        "“Annual report” says “有5所” and “有6所” (2023). Which figure is right (Schools)?",
    ),
    Asked.RESULT: (
        [says("coverage", "95%", "2025", evidence="达到95%", target=True)],
        [says("coverage", "90%")],
        "《年报》提到“达到95%”(2025年)，这是计划目标，请问是否已有实际结果？如有，覆盖率是多少？",
        "“Annual report” says “达到95%” (2025). This is a plan. Is there a result yet, and what is it (Coverage)?",
    ),
}


def test_every_kind_of_question_has_a_case():
    assert set(CASES) == set(Asked)


@pytest.mark.parametrize("asked", CASES)
def test_each_kind_of_question_in_words(asked):
    first, other, *sentences = CASES[asked]
    for language, expected in zip(LANGUAGES, sentences, strict=True):
        (own,) = [text for id, kind, text in asked_of(first, other, language) if (id, kind) == ("quzhou", asked)]
        assert own == expected


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2014..2023", "请问是十年累计还是年平均？", "Is this the total of 10 years or a yearly mean?"),
        ("2012..2023", "请问是12年累计还是年平均？", "Is this the total of 12 years or a yearly mean?"),
        ("2022..2023", "请问是两年累计还是年平均？", "Is this the total of 2 years or a yearly mean?"),
        ("2016..2023-01", "请问是整个时段的累计还是年平均？", "Is this the total of the whole span or a yearly mean?"),
        (
            "2022-09..2023-01",
            "请问2022年全年的新聘教师是多少？",
            "What is the figure for the whole year 2022 (Recruited)?",
        ),
        ("2022-06..", "请问2022年全年的新聘教师是多少？", "What is the figure for the whole year 2022 (Recruited)?"),
    ],
)
def test_only_what_was_gathered_over_years_can_be_a_total_or_a_mean(period, zh, en):
    for language, expected in zip(LANGUAGES, (zh, en), strict=True):
        ((_, _, text),) = asked_of([says("recruited", "9人", period)], [says("recruited", "8人", "2022")], language)
        assert expected in text
        assert ("年平均" in text or "mean" in text) is ("年平均" in zh)


def test_what_the_evidence_says_is_not_asked():
    first, other = (
        [says("recruited", "604人", "2019..2023", evidence="五年共招604人")],
        [says("recruited", "8人", "2022")],
    )
    ((_, asked, text),) = asked_of(first, other)
    assert (asked, text) == (
        Asked.ONE_YEAR,
        "《年报》提到“五年共招604人”(2019至2023年)，请问2022年一年的新聘教师是多少？",
    )
    ((_, _, text),) = asked_of(first, other, EN)
    assert text == "“Annual report” says “五年共招604人” (2019 to 2023). What is the figure for 2022 alone (Recruited)?"


@pytest.mark.parametrize(
    ("first", "other", "zh", "en"),
    [
        (("grade", "B等以上"), ("grade", "A等"), "请问等第的确切等级是哪一级？", "What is the exact level (Grade)?"),
        (("rank", "9名以内"), ("rank", "第八名"), "请问名次的确切名次是第几？", "What is the exact rank (Rank)?"),
        (
            ("coverage", "98.2%"),
            ("coverage", "98.24%"),
            "请问覆盖率四舍五入前的数字是多少？",
            "What is the figure before rounding (Coverage)?",
        ),
    ],
)
def test_what_is_asked_for_is_called_by_its_kind(first, other, zh, en):
    for language, expected in zip(LANGUAGES, (zh, en), strict=True):
        ((_, _, text),) = asked_of([says(*first)], [says(*other)], language)
        assert text.endswith(expected)


def published_by(one: District, source: Source) -> District:
    """The district with all its figures from this source."""
    return replace(one, observations=tuple(each._replace(source=source) for each in one.observations))


@pytest.mark.parametrize(
    ("title", "publisher", "zh", "en"),
    [
        ("总结", "衢州市教育局", "贵单位《总结》提到", "Your publication “总结” says "),
        ("总结", "学校网", "学校网刊发的《总结》提到", "“总结”, published by 学校网, says "),
        ("总结", "", "《总结》提到", "“总结” says "),
        ("《总结》", "衢州教育局", "贵单位《总结》提到", "Your publication “《总结》” says "),
        ("创建“先行区”情况", "衢州", "贵单位《创建“先行区”情况》提到", "Your publication “创建‘先行区’情况” says "),
    ],
)
def test_only_what_a_district_published_itself_is_called_its_own(title, publisher, zh, en):
    source = Source("report", Wording(title), Wording(publisher))
    one = published_by(district("quzhou", says("coverage", "95%以上")), source)
    (question,) = questions_between(CATALOGUE, one, district("ouhai", says("coverage", "98%"))).questions
    assert question_sentence(question, ZH).startswith(zh + "“95%以上”")
    assert question_sentence(question, EN).startswith(en + "“95%以上”")


def test_quotation_marks_in_the_evidence_stay_told_apart():
    ((_, _, text),) = asked_of([says("coverage", "95%以上", evidence="“达标”95%以上")], [says("coverage", "98%")])
    assert "提到“‘达标’95%以上”(" in text


def test_sources_that_contradict_each_other_are_both_named():
    first = [says("schools", "5所"), says("schools", "6所", source="yearbook")]
    ((_, _, text),) = asked_of(first, [says("schools", "5所")])
    assert text.startswith("《年报》提到“5所”，教育局刊发的《年鉴》提到“6所”(2023年)，互不一致")
    ((_, _, text),) = asked_of(first, [says("schools", "5所")], EN)
    assert text.startswith("“Annual report” says “5所” and “Yearbook”, published by Bureau, says “6所” (2023).")


def test_the_whole_of_a_district_is_called_by_its_rank():
    one = district("quzhou", says("coverage", "9%", scope=TOWN))
    for name, whole in (
        ("漳平市", "全市"),
        ("庐阳区", "全区"),
        ("甲县", "全县"),
        ("丙旗", "全旗"),
        ("衢州", "全域"),
        ("", "全域"),
    ):
        named = replace(one, identity=one.identity._replace(name=Wording(name, "X")))
        (question,) = questions_between(CATALOGUE, named, district("ouhai", says("coverage", "8%"))).questions
        assert f"请问{whole}的覆盖率" in question_sentence(question, ZH)


def test_braces_and_percent_signs_stay_as_they_are():
    hostile = "{0} %s {indicator}"
    for language in LANGUAGES:
        ((_, _, text),) = asked_of(
            [says("coverage", "9%", evidence=hostile, scope=Wording(hostile, hostile))],
            [says("coverage", "8%")],
            language,
        )
        assert text.count(hostile) == 2


def test_the_questions_follow_the_table_under_a_heading_for_each_district():
    texts = [(note.mark, note.text) for note in of(QUZHOU, OUHAI, asking=True, language=ZH).notes[2:]]
    assert texts == [
        ("", "两地之间不可比、无法判定或尚缺结果的比较共3项。"),
        ("", "向衢州询问："),
        ("1", "《年报》提到“95%以上”(2023年)，请问覆盖率的确切数字是多少？"),
        ("2", "《年报》提到“近五年招聘604人”(2019至2023年)，请问是五年累计还是年平均？2022年一年的新聘教师是多少？"),
        ("3", "《年报》提到“7亿元”(2025年)，这是计划目标，请问是否已有实际结果？如有，投入是多少？"),
    ]
    english = [note.text for note in of(QUZHOU, OUHAI, asking=True).notes[2:4]]
    assert english == ["3 comparisons of the two are refused, undetermined or without a result.", "To ask of Quzhou:"]


def test_without_an_open_comparison_there_is_nothing_to_ask():
    first, other = district("quzhou", says("coverage", "9%")), district("ouhai", says("coverage", "8%"))
    assert of(first, other, asking=True).notes[-1].text == (
        "0 comparisons of the two are refused, undetermined or without a result. There is nothing to ask."
    )
    assert of(first, other, asking=True, language=ZH).notes[-1].text.endswith("共0项。没有待询问的问题。")
    assert of(first, other, asking=True).document["questions"] == []


def table_of(first, other, language=EN):
    return questions_table(questions_between(CATALOGUE, first, other), language)


def test_questions_alone_are_a_row_each():
    table = table_of(QUZHOU, OUHAI)
    assert table.title == "Questions to Quzhou and Ouhai"
    assert table_of(QUZHOU, OUHAI, ZH).title == "衢州、瓯海：待询问的问题"
    assert [section.title for section in table.layouts[0].sections] == ["Quzhou · Zhejiang"]
    rows = texts_of(table.layouts[0])
    assert [row[:2] for row in rows] == [["1", "Coverage"], ["2", "Recruited"], ["3", "Spending"]]
    assert texts_of(table.layouts[1]) == [[row[0], row[2]] for row in rows]
    records = records_by_field(table.records)
    assert [record["question"] for record in records] == [row[2] for row in rows]
    assert records[1] == {
        "number": 2,
        "district": "quzhou",
        "district_name": "Quzhou",
        "asked": "one-year",
        "question": rows[1][2],
        "dimension": "children",
        "indicator": "recruited",
        "indicator_name": "Recruited",
        "printed": "604人",
        "period": "2019..2023",
        "status": "actual",
        "variant": None,
        "scope": None,
        "evidence": "近五年招聘604人",
        "source": "report",
        "wanted_variants": None,
        "wanted_year": 2022,
        "other_district": "ouhai",
        "other_printed": "251人",
        "other_period": "2022",
    }


def test_the_json_of_questions_lists_the_definitions():
    first = district("quzhou", says("by_ways", "9%"))
    other = district("ouhai", says("by_ways", "8%", variant="places"))
    document = table_of(first, other).document
    assert document["districts"] == ["quzhou", "ouhai"]
    assert [one["wanted_variants"] for one in document["questions"]] == [["children", "places"]]
    assert records_by_field(table_of(first, other).records)[0]["wanted_variants"] == "children;places"


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        (
            "350881",
            "不必询问，任何答复都不能使其可比：省评率。评定办法只在同一省内可比：",
            "Not to be asked, because no answer makes them comparable: Provincial. The scheme is comparable only within",
        ),
        (
            "",
            "不必询问，须在 samples/quzhou.yaml 中补写 code：省评率。衢州：文件中没有区划代码",
            "Not to be asked but written into samples/quzhou.yaml as code: Provincial. Quzhou: the file has no division",
        ),
    ],
)
def test_what_no_answer_settles_is_told_apart(code, zh, en):
    one = district("quzhou", says("provincial", "9%"), code=code)
    one = replace(one, identity=one.identity._replace(file="samples/quzhou.yaml"))
    other = district("ouhai", says("provincial", "8%"))
    for language, expected in zip(LANGUAGES, (zh, en), strict=True):
        assert table_of(one, other, language).notes[-1].text.startswith(expected)
        assert of(one, other, asking=True, language=language).notes[-1].text.startswith(expected)
    (unasked,) = table_of(one, other).document["unasked"]
    assert unasked["indicator"] == "provincial"
    assert unasked["reason"] == ("division-code-missing" if not code else "scheme-ends-at-border")


def test_what_no_answer_settles_is_told_once_for_all_indicators():
    one = district("quzhou", says("provincial", "9%"), says("grade", "A等"), code="350881")
    other = district("ouhai", says("provincial", "8%"), says("grade", "B等"))
    notes = table_of(one, other, ZH).notes
    assert len(notes) == 2
    assert "：等第、省评率。" in notes[1].text


def test_names_of_districts_without_names_are_their_ids():
    nameless = replace(QUZHOU, identity=QUZHOU.identity._replace(name=Wording()))
    assert of(nameless).layouts[0].columns[1].heading == "quzhou"
    assert of(nameless).title.startswith("quzhou: ")
