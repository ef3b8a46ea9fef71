"""Units, currencies and counters of Chinese text, with their American English and what may not follow them."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from i18n_news.text.figures import Unit
from i18n_news.text.wordlists import one_of, read_guarded, read_named

# Written forms | code | category | singular | plural | sign that stands before the figure.
_TABLE = """
元人民币|人民币元|人民币|元|圆|RMB|CNY|块钱;CNY;money;yuan;yuan;
美元|美金|USD;USD;money;US dollar;US dollars;US$
港元|港币|HKD;HKD;money;Hong Kong dollar;Hong Kong dollars;HK$
元新台币|新台币元|新台币|台币|NTD|TWD;TWD;money;New Taiwan dollar;New Taiwan dollars;NT$
澳门元|澳门币;MOP;money;pataca;patacas;
欧元|EUR;EUR;money;euro;euros;
日元|日圆|JPY;JPY;money;yen;yen;
英镑|GBP;GBP;money;pound;pounds;£
韩元|韩圆|韩币;KRW;money;won;won;
澳元|澳大利亚元|澳币;AUD;money;Australian dollar;Australian dollars;A$
加元|加拿大元|加币;CAD;money;Canadian dollar;Canadian dollars;C$
新加坡元|新元|新币;SGD;money;Singapore dollar;Singapore dollars;S$
新西兰元;NZD;money;New Zealand dollar;New Zealand dollars;NZ$
瑞士法郎|瑞郎;CHF;money;Swiss franc;Swiss francs;
卢布;RUB;money;ruble;rubles;
泰铢;THB;money;baht;baht;
印度卢比|卢比;INR;money;rupee;rupees;
林吉特|令吉;MYR;money;ringgit;ringgit;
越南盾;VND;money;Vietnamese dong;Vietnamese dong;
印尼盾|印尼卢比;IDR;money;rupiah;rupiah;
雷亚尔;BRL;money;real;reais;
沙特里亚尔|里亚尔;SAR;money;riyal;riyals;
迪拉姆;AED;money;dirham;dirhams;
兰特;ZAR;money;rand;rand;
坚戈;KZT;money;tenge;tenge;
平方公里|平方千米|km²|km2;km2;area;square kilometer;square kilometers;
平方米|平米|平方|㎡|m²|m2;m2;area;square meter;square meters;
平方厘米|cm²;cm2;area;square centimeter;square centimeters;
平方毫米|mm²;mm2;area;square millimeter;square millimeters;
平方英尺;ft2;area;square foot;square feet;
公顷;ha;area;hectare;hectares;
亩|市亩;mu;area;mu;mu;
坪;ping;area;ping;ping;
英亩;acre;area;acre;acres;
公里|千米|km|KM;km;length;kilometer;kilometers;
厘米|公分|cm;cm;length;centimeter;centimeters;
毫米|mm;mm;length;millimeter;millimeters;
微米|μm|µm;um;length;micrometer;micrometers;
纳米|nm;nm;length;nanometer;nanometers;
分米;dm;length;decimeter;decimeters;
米|公尺|m;m;length;meter;meters;
海里;nmi;length;nautical mile;nautical miles;
英里;mi;length;mile;miles;
英寸;in;length;inch;inches;
英尺;ft;length;foot;feet;
光年;ly;length;light-year;light-years;
载重吨;dwt;mass;deadweight ton;deadweight tons;
总吨;gt;mass;gross ton;gross tons;
吨标准煤|吨标煤;tce;mass;metric ton of standard coal;metric tons of standard coal;
吨二氧化碳当量;t CO2e;mass;metric ton of carbon dioxide equivalent;metric tons of carbon dioxide equivalent;
吨|公吨|t;t;mass;metric ton;metric tons;
千克|公斤|kg|KG|Kg;kg;mass;kilogram;kilograms;
毫克|mg;mg;mass;milligram;milligrams;
微克|μg|µg;ug;mass;microgram;micrograms;
克|g;g;mass;gram;grams;
斤|市斤;jin;mass;jin;jin;
磅;lb;mass;pound;pounds;
盎司;oz;mass;ounce;ounces;
克拉;ct;mass;carat;carats;
千瓦时|千瓦小时|kWh|KWh|kwh;kWh;energy;kilowatt-hour;kilowatt-hours;
度电;kWh;energy;kilowatt-hour of electricity;kilowatt-hours of electricity;
兆瓦时|MWh;MWh;energy;megawatt-hour;megawatt-hours;
吉瓦时|GWh;GWh;energy;gigawatt-hour;gigawatt-hours;
太瓦时|TWh;TWh;energy;terawatt-hour;terawatt-hours;
瓦时|Wh;Wh;energy;watt-hour;watt-hours;
千焦|kJ;kJ;energy;kilojoule;kilojoules;
兆焦|MJ;MJ;energy;megajoule;megajoules;
吉焦|GJ;GJ;energy;gigajoule;gigajoules;
大卡|千卡|kcal;kcal;energy;kilocalorie;kilocalories;
千瓦|kW|KW;kW;power;kilowatt;kilowatts;
兆瓦|MW;MW;power;megawatt;megawatts;
吉瓦|GW;GW;power;gigawatt;gigawatts;
瓦|W;W;power;watt;watts;
马力;hp;power;horsepower;horsepower;
千伏安|kVA;kVA;power;kilovolt-ampere;kilovolt-amperes;
兆伏安|MVA;MVA;power;megavolt-ampere;megavolt-amperes;
千伏|kV|KV;kV;voltage;kilovolt;kilovolts;
伏|伏特;V;voltage;volt;volts;
安时|Ah;Ah;charge;ampere-hour;ampere-hours;
毫安时|mAh;mAh;charge;milliampere-hour;milliampere-hours;
兆帕|MPa;MPa;pressure;megapascal;megapascals;
千帕|kPa;kPa;pressure;kilopascal;kilopascals;
千牛|kN;kN;force;kilonewton;kilonewtons;
兆赫|MHz;MHz;frequency;megahertz;megahertz;
吉赫|吉赫兹|GHz;GHz;frequency;gigahertz;gigahertz;
千赫|kHz;kHz;frequency;kilohertz;kilohertz;
赫兹|Hz;Hz;frequency;hertz;hertz;
分贝|dB;dB;level;decibel;decibels;
立方米|m³|m3;m3;volume;cubic meter;cubic meters;
立方|方;m3;volume;cubic meter;cubic meters;
立方厘米|cm³;cm3;volume;cubic centimeter;cubic centimeters;
毫升|mL|ml;mL;volume;milliliter;milliliters;
微升|μL;uL;volume;microliter;microliters;
升|L;L;volume;liter;liters;
加仑;gal;volume;gallon;gallons;
标准箱|标箱|TEU;TEU;volume;TEU;TEUs;
千兆字节|GB;GB;data;gigabyte;gigabytes;
兆字节|MB;MB;data;megabyte;megabytes;
TB;TB;data;terabyte;terabytes;
PB;PB;data;petabyte;petabytes;
兆比特每秒|Mbps;Mbps;data;megabit per second;megabits per second;
Gbps;Gbps;data;gigabit per second;gigabits per second;
转/分钟|转/分|rpm;rpm;speed;revolution per minute;revolutions per minute;
摄氏度|℃|°C;C;temperature;degree Celsius;degrees Celsius;
华氏度|℉;F;temperature;degree Fahrenheit;degrees Fahrenheit;
个百分点|百分点;percentage points;percentage point;percentage point;percentage points;
个基点|基点;basis points;percentage point;basis point;basis points;
%;percent;percent;percent;percent;
个工作日|工作日;working days;duration;working day;working days;
个自然日|自然日|个日历天;calendar days;duration;calendar day;calendar days;
个交易日|交易日;trading days;duration;trading day;trading days;
毫秒|ms;ms;duration;millisecond;milliseconds;
微秒;us;duration;microsecond;microseconds;
秒钟|秒;s;duration;second;seconds;
分钟|min;min;duration;minute;minutes;
个小时|小时|个钟头;h;duration;hour;hours;
个昼夜|昼夜;days;duration;day and night;days and nights;
天|日;days;duration;day;days;
个星期|星期|周|个礼拜;weeks;duration;week;weeks;
个月|个月份;months;duration;month;months;
个季度;quarters;duration;quarter;quarters;
年|个年头|年时间;years;duration;year;years;
个世纪;centuries;duration;century;centuries;
周岁|岁;years old;age;year old;years old;
倍;;multiple;times;times;
人次;visits;count;visit;visits;
人;;count;person;people;
户;;count;household;households;
节车厢;;count;railcar;railcars;
列次;;count;train trip;train trips;
班次|航班次;;count;run;runs;
架次;;count;flight;flights;
车次;;count;vehicle trip;vehicle trips;
艘次;;count;vessel call;vessel calls;
家次|户次;;count;company visit;company visits;
次;;count;time;times;
楼层|层;;count;story;stories;
剂次|剂;;count;dose;doses;
人份;;count;test;tests;
桶;;count;barrel;barrels;
车道;;count;lane;lanes;
标段;;count;section;sections;
泊位;;count;berth;berths;
车位;;count;parking space;parking spaces;
床位;;count;bed;beds;
机位;;count;aircraft stand;aircraft stands;
机组;;count;unit;units;
课时|学时;;count;class hour;class hours;
学分;;count;credit;credits;
宗地;;count;land parcel;land parcels;
"""

# Counters whose noun follows, with the characters that show another word (15本, not 15本科生).
_COUNTERS = """
个 家 名/单称额牌录 位/数置于居列 项 台套 台/湾商胞风资北 条/例约 座/谈右 套/餐路现利 件/均 批次
批/准复发评示量判改 只/有要能是会需为剩好得怕 头/部号脑发像版等寸晕盔 匹/配 张/力贴罗
所/以有谓属在需得长占示述涉 间/接隔断 栋 幢 处/理置级长于在分罚室方 片/区面段刻 块 组/织成建合团装长委稿
支/持付出撑援部行柱配架教农 种/植子养业质群田地树菜族源 类/似型比推同 门/槛诊店户窗票头类
部/门署分队委级位长件落下 本/科市省地土月年周次届区县级报季人身质金币期 册 份/额 篇 幅/度员
首/批次个席府先都家届日发席 艘 架/构设空 辆 列/为入席出举车 趟 场次 场/馆地景所合面外内均
轮/胎流换岗廓船椅毂候训滑渡值播动 道/路德理具教家歉 根/据本源治基植 枚 颗/粒 粒 瓶/装颈 箱 包/括含装容围 袋 盒
罐 口/岸径号头碑感味罩语子译服 对/于外内口接标比应照待话象策方手面冲抗准公 双/方边向重循碳创百拥减
副/主书总厅市省区县部局处校院秘会理董科社中产作食 株 棵 床 例/如会外行子 宗/旨教 起/来到步草点始重运源诉 桩
笔/记试者名 单/位元一独个 票/据价房 员/工 款/项待 尾/矿气款盘 羽 章 节/约能日点省气目奏庆假 站/点位台稳在长立起
步/骤行伐入 代/表替价理码办 段/时落 卷 集/中聚团群合成装体约团资 讲/话述解究 课/题程堂 席/位
股/份权东票市价改本民息金利 把/手 盏 扇 顶/层级 面/积临对向板料粉试议貌
期/间望待货限刊末权盼初后内满 届 顿 碗 杯 盆 筐 车/间辆站型企主位 班/子组列
大/量型小于学会多约概部批力幅众家厅厦道楼桥棚赛奖利连王师夫局使阪理地专
"""

# Characters after a unit of measure that show another word: 3人才公寓, 2升级, 5天津企业.
_NOT_BEFORE = """
方/面案法向式便位程差阵针块言圆形 平方/厘分毫千公英米
元/旦器素宵月勋首老宇帅朝代 克/服隆 米/其粉饭 升/级至高学温到旗起值降 人/才工均类民物 户/籍外型口均 瓦/楞斯解
倍/增感受率加数 次/数序日年元要级生品新于之贷第 秒/杀表针 天/津然气河空台文府才地宫眼猫际鹅赋王安桥山平真堂使湖
日/本常报均益产用语渐程夜韩企资照前 周/年岁边期末围一二三四五六日转密全知刊报长遭
年/度级代货报薪味夜俗画糕初末底 层/面级 斤/斤计 磅/礴 安时 立方/米厘分 伏/笔击
剂/量型 桶/装
"""

# What may stand after 每 or a slash, beyond units of measure.
_PER = """
person: 人 位 名
household: 户
year: 年 载
month: 月 个月
day: 天 日
week: 周
hour: 小时 时
minute: 分钟 分
second: 秒
quarter: 季度
time: 次
unit: 台 套 个
piece: 件 支
vehicle: 辆 车
head: 头 只
sheet: 张
barrel: 桶
metric ton: 吨
share: 股
box: 盒
bottle: 瓶
kilowatt-hour: 度
company: 家
visit: 人次
container: 箱
academic year: 学年
semester: 学期
plant: 株
kilometer: 公里
bed: 床
dose: 剂
bag: 袋
order: 单
trip: 趟
run: 班
event: 场
room: 间
item: 项
night: 晚 夜
class hour: 课时
mu: 亩
cubic meter: 方
portion: 份
case: 例
"""

_JIAO, _FEN = Decimal("0.1"), Decimal("0.01")

PERCENT = Unit("percent", "percent", "percent", "percent")
COUNT = Unit("", "count")
PEOPLE = Unit("", "count", "person", "people")
HOUR_METER = Unit("kWh", "energy", "kilowatt-hour", "kilowatt-hours")
DEGREE = Unit("deg", "angle", "degree", "degrees")
CELSIUS = Unit("C", "temperature", "degree Celsius", "degrees Celsius")


@cache
def units() -> dict[str, Unit]:
    """Every written form of a unit or counter."""
    table: dict[str, Unit] = dict.fromkeys(read_guarded(_COUNTERS), COUNT)
    for line in _TABLE.strip().splitlines():
        forms, code, category, one, many, sign = line.split(";")
        table |= dict.fromkeys(forms.split("|"), Unit(code, category, one, many, sign))
    yuan = table["元"]
    return table | {
        "角": replace(yuan, scale=_JIAO),
        "毛钱": replace(yuan, scale=_JIAO),
        "分钱": replace(yuan, scale=_FEN),
    }


@cache
def unit_pattern() -> re.Pattern[str]:
    """A unit at a position, longest first; a Latin unit ends where its letters end."""
    guards = read_guarded(_COUNTERS) | read_guarded(_NOT_BEFORE)
    forms = []
    for form in sorted(units(), key=len, reverse=True):
        is_latin = form[-1].isascii() and form != "%"
        guard = "(?![A-Za-z0-9²³])" if is_latin else f"(?![{guards[form]}])" if guards.get(form) else ""
        forms.append(re.escape(form) + guard)
    return re.compile("|".join(forms))


@cache
def per_names() -> dict[str, str]:
    """English singular of what a rate is counted by."""
    unmeasured = ("count", "money", "percent", "percentage point", "multiple")
    measured = {form: unit.one for form, unit in units().items() if unit.one and unit.category not in unmeasured}
    return measured | read_named(_PER)


@cache
def per_pattern() -> re.Pattern[str]:
    """What a rate is counted by, longest first."""
    return re.compile(one_of(per_names()))
