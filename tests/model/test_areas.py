"""Which province and which city a district lies in, by name and by code, however somebody types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.areas import area_name, areas_of, ids_beside, ids_within
from eduindex.model.catalogue import Border
from eduindex.model.district import Identity
from eduindex.model.wording import Language, Wording


def lying(zh="", en="", code="", name=Wording("甲县", "Alpha"), id="alpha"):
    """A district that says where it lies."""
    return Identity(id, name, code, Wording(zh, en))


def is_within(identity, area):
    """Whether a district lies in an area by what its own file says."""
    return identity.id in ids_within([identity], area)


OUHAI = lying("浙江省温州市", "Wenzhou, Zhejiang", "330304", Wording("瓯海区", "Ouhai"))
DONGCHENG = lying("北京市", "Beijing", "110101", Wording("东城区", "Dongcheng"))
HORQIN = lying("内蒙古自治区通辽市", "Tongliao, Inner Mongolia", "150502")
XILINHOT = lying("内蒙古自治区锡林郭勒盟", "Xilin Gol, Inner Mongolia", "152502")
YINING = lying("新疆维吾尔自治区伊犁哈萨克自治州", "Ili, Xinjiang", "654021")
GAR = lying("西藏自治区阿里地区", "Ngari, Tibet", "542523")
YANJI = lying("吉林省延边朝鲜族自治州", "Yanbian, Jilin", "222401")
NANNING = lying("广西壮族自治区南宁市", "Nanning, Guangxi", "450102")
CENTRAL = lying("香港特别行政区", "Hong Kong", "810001")


@pytest.mark.parametrize(
    ("identity", "areas"),
    [
        (OUHAI, ("浙江省", "温州市", "Wenzhou", "Zhejiang", "33", "3303")),
        (DONGCHENG, ("北京市", "Beijing", "11", "1101")),
        (XILINHOT, ("内蒙古自治区", "锡林郭勒盟", "Xilin Gol", "Inner Mongolia", "15", "1525")),
        (YINING, ("新疆维吾尔自治区", "伊犁哈萨克自治州", "Ili", "Xinjiang", "65", "6540")),
        (GAR, ("西藏自治区", "阿里地区", "Ngari", "Tibet", "54", "5425")),
        (CENTRAL, ("香港特别行政区", "Hong Kong", "81", "8100")),
        (lying("上海市市辖区", "", "310101"), ("上海市", "31", "3101")),
        (lying("浙江省", "Zhejiang"), ("浙江省", "Zhejiang")),
        (lying(code="330304"), ("33", "3303")),
        (lying(), ()),
    ],
)
def test_the_areas_of_a_district_are_its_province_and_its_city_by_name_and_code(identity, areas):
    assert areas_of(identity) == areas


@pytest.mark.parametrize(
    ("identity", "areas"),
    [
        (OUHAI, ("浙江省", "浙江", "温州市", "温州")),
        (OUHAI, ("Zhejiang", "Wenzhou", "zhejiang", "WENZHOU")),
        (OUHAI, ("33", "3303", "330000", "330300")),
        (OUHAI, ("３３０３", "Ｚｈｅｊｉａｎｇ", " 浙江省 ", "\u3000温州\u3000", "\twenzhou\n")),
        (DONGCHENG, ("北京市", "北京", "beijing", "11", "1101", "110000", "110100")),
        (HORQIN, ("内蒙古自治区", "内蒙古", "通辽", "inner mongolia", "inner  mongolia", "15", "1505")),
        (XILINHOT, ("锡林郭勒盟", "锡林郭勒", "xilin gol", "1525")),
        (YINING, ("新疆维吾尔自治区", "伊犁哈萨克自治州", "xinjiang", "ili", "65", "6540", "654000")),
        (GAR, ("西藏", "西藏自治区", "阿里", "阿里地区", "54", "5425")),
        (YANJI, ("吉林", "延边朝鲜族自治州", "yanbian")),
        (CENTRAL, ("香港", "香港特别行政区", "hong kong", "81")),
        (lying("上海市市辖区"), ("上海", "上海市")),
        (lying(en="Hangzhou City, Zhejiang Province"), ("Hangzhou", "hangzhou city", "Zhejiang", "Zhejiang Province")),
    ],
)
def test_a_district_lies_within_the_areas_that_its_file_names(identity, areas):
    assert [area for area in areas if not is_within(identity, area)] == []


@pytest.mark.parametrize(
    ("identity", "areas"),
    [
        (OUHAI, ("福建省", "杭州市", "杭州", "Fujian", "江西省")),
        (OUHAI, ("江", "浙", "温", "州", "江省", "Zhe", "ou", "jiang")),
        (OUHAI, ("省", "市", "自治区", " province", " city", ",", "，", "")),
        (OUHAI, ("瓯海区", "瓯海", "Ouhai", "alpha")),  # the district itself is no area
        (OUHAI, ("3", "30", "34", "3304", "340000", "330400", "03", "3033", "0", "00", "0000")),
        (OUHAI, ("33.03", "33-03", "+33", "33*", "³", "٣٣")),
        (DONGCHENG, ("北", "京", "北京市东城区", "东城")),
        (XILINHOT, ("锡林", "盟", "蒙古")),
        (lying("海南省", "Hainan", "469001"), ("海", "南", "海南藏族自治州")),
    ],
)
def test_it_lies_in_no_other(identity, areas):
    assert [area for area in areas if is_within(identity, area)] == []


def test_a_district_without_a_code_is_found_by_name_and_one_without_names_by_its_code():
    nameless, codeless = lying(code="330304"), lying("浙江省温州市", "Wenzhou, Zhejiang")
    assert [is_within(codeless, area) for area in ("浙江", "Wenzhou", "33", "3303")] == [True, True, False, False]
    assert [is_within(nameless, area) for area in ("浙江", "Wenzhou", "33", "3303")] == [False, False, True, True]
    assert not any(is_within(lying(), area) for area in ("浙江", "33", "", " ", "0", "省"))


@pytest.mark.parametrize(
    ("identity", "area"),
    [
        (NANNING, "广西"),
        (YINING, "新疆"),
        (YINING, "伊犁"),
        (YANJI, "延边"),
        (lying("宁夏回族自治区银川市", "", "640104"), "宁夏"),
    ],
)
def test_an_autonomous_area_is_found_by_its_usual_short_name(identity, area):
    assert is_within(identity, area)


@pytest.mark.parametrize("area", ["浙江省温州市", "Wenzhou, Zhejiang"])
def test_an_area_may_be_typed_as_the_file_writes_it(area):
    assert is_within(OUHAI, area)


@pytest.mark.parametrize(
    ("identity", "area"),
    [(OUHAI, "Zhejiang Province"), (OUHAI, "Wenzhou City")],
)
def test_a_suffix_that_the_file_leaves_out_may_be_typed(identity, area):
    assert is_within(identity, area)


def test_a_name_without_a_suffix_in_the_file_is_a_name():
    assert is_within(lying("浙江", "Zhejiang"), "浙江")


def test_a_very_long_place_costs_no_more_than_its_length():
    assert "x" in areas_of(lying("字" * 1_000_000, "x"))
    assert not is_within(lying("字" * 1_000_000, "x" * 1_000_000), "浙江")


def found(area, **districts):
    """The ids of those in the area, of districts given by id as (zh, code)."""
    return ids_within([lying(zh, code=code, id=id) for id, (zh, code) in districts.items()], area)


def test_who_tells_a_code_alone_lies_where_others_of_the_code_say():
    districts = {
        "a": ("浙江省温州市", "330304"),
        "b": ("", "330302"),
        "c": ("", "330102"),
        "d": ("", "340102"),
        "e": ("", ""),
        "f": ("福建省龙岩市", "350881"),
    }
    assert found("浙江", **districts) == found("33", **districts) == {"a", "b", "c"}
    assert found("温州市", **districts) == found("3303", **districts) == {"a", "b"}
    assert found("福建省", **districts) == {"f"}
    assert found("安徽", **districts) == set()


def test_a_municipality_is_province_and_city():
    districts = {"a": ("北京市", "110101"), "b": ("", "110102"), "c": ("", "120101")}
    assert found("北京", **districts) == {"a", "b"}


def test_a_name_of_two_areas_means_the_larger():
    districts = {"a": ("吉林省吉林市", "220202"), "b": ("吉林省长春市", "220102"), "c": ("", "220302")}
    assert found("吉林", **districts) == {"a", "b", "c"}
    assert found("吉林市", **districts) == {"a"}


def test_a_place_that_names_the_city_alone_says_nothing_of_the_whole_province():
    assert found("温州", a=("温州市", "330304"), b=("", "330102")) == {"a"}
    assert ids_within([lying("", "Wenzhou", "330304"), lying(code="330102", id="b")], "Wenzhou") == {"alpha"}


# What an area is called


@pytest.mark.parametrize(
    ("identity", "province", "city"),
    [
        (OUHAI, ("浙江省", "Zhejiang"), ("温州市", "Wenzhou")),
        (XILINHOT, ("内蒙古自治区", "Inner Mongolia"), ("锡林郭勒盟", "Xilin Gol")),
        (YINING, ("新疆维吾尔自治区", "Xinjiang"), ("伊犁哈萨克自治州", "Ili")),
        (CENTRAL, ("香港特别行政区", "Hong Kong"), ("810000", "810000")),
        (lying(code="330304"), ("330000", "330000"), ("330300", "330300")),
        (lying("浙江省温州市", "", "330304"), ("浙江省", "浙江省"), ("温州市", "温州市")),
        (lying("", "Wenzhou, Zhejiang", "330304"), ("Zhejiang", "Zhejiang"), ("Wenzhou", "Wenzhou")),
        (lying("温州市", "Wenzhou", "330304"), ("330000", "330000"), ("温州市", "Wenzhou")),
        (lying("浙江省", "Zhejiang", "330304"), ("浙江省", "Zhejiang"), ("330300", "330300")),
    ],
)
def test_an_area_is_called_by_its_name_and_without_one_by_its_code(identity, province, city):
    for border, names in ((Border.PROVINCE, province), (Border.CITY, city)):
        assert tuple(area_name(identity, border, language) for language in (Language.ZH, Language.EN)) == names


def test_a_municipality_is_its_own_city():
    assert area_name(DONGCHENG, Border.CITY, Language.ZH) == "北京市"
    assert area_name(DONGCHENG, Border.CITY, Language.EN) == "Beijing"


# Who lies in the same area


def beside(id, border, **districts):
    return ids_beside([lying(zh, code=code, id=each) for each, (zh, code) in districts.items()], id, border)


def test_who_shares_the_province_or_the_city_is_found_by_code_and_without_one_by_name():
    districts = {
        "a": ("浙江省温州市", "330304"),
        "same_city": ("浙江省温州市", "330302"),
        "same_province": ("浙江省杭州市", "330102"),
        "other": ("福建省龙岩市", "350881"),
        "coded": ("", "330303"),
        "coded_elsewhere": ("", "330103"),
        "named": ("浙江省温州市", ""),
        "named_elsewhere": ("浙江省宁波市", ""),
        "silent": ("", ""),
    }
    city = {"a", "same_city", "coded", "named"}
    province = city | {"same_province", "coded_elsewhere", "named_elsewhere"}
    for id in ("a", "same_city"):
        assert beside(id, Border.CITY, **districts) == city
        assert beside(id, Border.PROVINCE, **districts) == province
    assert beside("same_province", Border.CITY, **districts) == {"same_province", "coded_elsewhere"}
    for id in ("named", "coded"):
        assert beside(id, Border.CITY, **districts) == city
        assert beside(id, Border.PROVINCE, **districts) == province
    for id in ("other", "silent"):
        assert beside(id, Border.PROVINCE, **districts) == {id}


def test_where_both_have_a_code_names_that_contradict_it_count_for_nothing():
    districts = {"a": ("浙江省温州市", "330304"), "b": ("浙江省温州市", "350881"), "c": ("福建省龙岩市", "330302")}
    assert beside("a", Border.PROVINCE, **districts) == {"a", "c"}
    assert beside("a", Border.CITY, **districts) == {"a", "c"}


def test_in_a_municipality_those_of_the_city_are_found_by_name_too():
    districts = {"a": ("北京市", "110101"), "b": ("北京市", "")}
    assert beside("a", Border.CITY, **districts) == {"a", "b"}


SUZHOU_JIANGSU = lying("江苏省苏州市", "Suzhou, Jiangsu", "320508", id="gusu")
SUZHOU_ANHUI = lying("安徽省宿州市", "Suzhou, Anhui", "341302", id="yongqiao")


def test_cities_of_one_english_name_are_not_one_city():
    for border in Border:
        assert ids_beside([SUZHOU_JIANGSU, SUZHOU_ANHUI], "gusu", border) == {"gusu"}


@pytest.mark.parametrize("without_a_code", [SUZHOU_JIANGSU, SUZHOU_ANHUI])
def test_nor_are_they_where_one_of_them_has_no_code(without_a_code):
    both = [one._replace(code="") if one is without_a_code else one for one in (SUZHOU_JIANGSU, SUZHOU_ANHUI)]
    assert ids_beside(both, "gusu", Border.CITY) == {"gusu"}


HOSTILE = st.text(max_size=40) | st.text("省市区自治州盟特别行政地浙江 ,，\n\u3000", max_size=25)
CODES = st.just("") | st.from_regex(r"[1-8][0-9]{5}", fullmatch=True) | HOSTILE
IDENTITIES = st.builds(lying, HOSTILE, HOSTILE, CODES)


@given(IDENTITIES, HOSTILE)
def test_any_text_is_answered(identity, area):
    assert ids_within([identity], area) <= {"alpha"}
    areas = areas_of(identity)
    assert all(areas)
    assert len(set(areas)) == len(areas)


def has_no_digit(text):
    return not any(character.isdigit() for character in text)


PLACES = st.text("省市区自治州盟特别行政地浙江温aB ", max_size=25).filter(has_no_digit)


@given(st.builds(lying, PLACES, PLACES, st.from_regex(r"\A[1-8][0-9][0-9]{4}\Z")))
def test_a_district_lies_within_each_of_its_areas(identity):
    assert [area for area in areas_of(identity) if area.strip() and not is_within(identity, area)] == []


@given(
    st.from_regex(r"\A[1-8][0-9](0[1-9]|[1-9][0-9])[0-9]{2}\Z"),
    st.sampled_from([(2, ""), (2, "00"), (2, "0000"), (4, ""), (4, "00")]),
    st.integers(0, 3),
    st.integers(1, 9),
)
def test_the_first_digits_of_a_code_are_an_area_with_zeros_or_without(code, written, place, step):
    length, zeros = written
    digits = code[:length]
    assert is_within(lying(code=code), digits + zeros)
    place %= length
    other = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    if other[-2:] != "00":  # else the zeros mean the province
        assert not is_within(lying(code=code), other + zeros)


SOME_PLACES = st.sampled_from(
    ["", "浙江省温州市", "浙江省杭州市", "浙江省", "温州市", "福建省龙岩市", "北京市", "浙江"]
)
SOME_CODES = st.sampled_from(["", "330304", "330302", "330102", "350881", "110101"])


@given(st.lists(st.tuples(SOME_PLACES, SOME_CODES), min_size=2, max_size=5), st.sampled_from(Border))
def test_who_lies_beside_another_has_it_beside_itself(said, border):
    identities = [lying(zh, code=code, id=f"d{place}") for place, (zh, code) in enumerate(said)]
    found = {one.id: ids_beside(identities, one.id, border) for one in identities}
    for id, others in found.items():
        assert id in others
        assert all(id in found[other] for other in others)
    assert ids_beside(identities[::-1], "d0", border) == found["d0"]


@given(IDENTITIES, IDENTITIES, st.sampled_from(Border))
def test_any_identity_has_itself_beside_it_and_any_area_a_name(one, another, border):
    other = another._replace(id="beta")
    assert {"alpha"} <= ids_beside([one, other], "alpha", border) <= {"alpha", "beta"}
    for language in Language:
        assert area_name(one, border, language)
