import CivilTime
import Testing

@testable import Expressions

/// What the CEL specification says of the parts that are in the language.
@Suite("standard CEL")
struct StandardTests {
  @Test("literals and arithmetic", arguments: arithmeticCases)
  func arithmetic(_ c: Answer) { check(c) }

  static let arithmeticCases: [Answer] = [
    .init("1", "int 1"), .init("-1", "int -1"), .init("0x1F", "int 31"), .init("-0xf", "int -15"),
    .init("9223372036854775807", "int 9223372036854775807"),
    .init("-9223372036854775808", "int -9223372036854775808"),
    .init("-0x8000000000000000", "int -9223372036854775808"),
    .init("9223372036854775808", "parse"), .init("-9223372036854775809", "parse"),
    .init("99999999999999999999999", "parse"), .init("0xFFFFFFFFFFFFFFFFF", "parse"),
    .init("1.5", "double 1.5"), .init(".5", "double 0.5"), .init("1e3", "double 1000.0"),
    .init("1.5E-2", "double 0.015"), .init("-2.5", "double -2.5"), .init("1.", "parse"),
    .init("1e", "parse"), .init("1e400", "parse"), .init("0x", "parse"), .init("12abc", "parse"),
    .init("1 + 2 * 3", "int 7"), .init("(1 + 2) * 3", "int 9"), .init("10 - 4 - 3", "int 3"),
    .init("0.1 + 0.2", "double 0.30000000000000004"), .init("1.5 * 2.0", "double 3.0"),
    .init("1.0 - 0.9", "double 0.09999999999999998"), .init("-(1.5)", "double -1.5"),
    .init("7 % 3", "int 1"), .init("-7 % 3", "int -1"), .init("7 % -3", "int 1"),
    .init("1 % 0", "eval"), .init("-9223372036854775808 % -1", "eval"), .init("5.0 % 2.0", "check"),
    .init("9223372036854775807 + 1", "eval"), .init("-9223372036854775808 - 1", "eval"),
    .init("9223372036854775807 * 2", "eval"), .init("-(-9223372036854775808)", "eval"),
    .init("--5", "int 5"), .init("---5", "int -5"), .init("!!true", "bool true"),
    .init("!!!true", "bool false"), .init("-true", "check"), .init("!1", "check"),
    .init("1e300 * 1e300", "double inf"), .init("-1e300 * 1e300", "double -inf"),
    .init("1 // comment\n + 1", "int 2"), .init("1 // no end", "int 1"),
    .init("\t1\r\n\u{C}", "int 1"),
  ]

  @Test("comparisons", arguments: comparisonsCases)
  func comparisons(_ c: Answer) { check(c) }

  static let comparisonsCases: [Answer] = [
    .init("1 < 2", "bool true"), .init("2 <= 2", "bool true"), .init("2 > 2", "bool false"),
    .init("1 == 1", "bool true"), .init("1 != 1", "bool false"), .init("1 < 1.5", "bool true"),
    .init("1 == 1.0", "bool true"), .init("2.5 > 2", "bool true"),
    .init("0.1 + 0.2 == 0.3", "bool false"), .init("0.0 == -0.0", "bool true"),
    .init("double('NaN') == double('NaN')", "bool false"),
    .init("double('NaN') != double('NaN')", "bool true"),
    .init("double('NaN') < 1.0", "bool false"), .init("double('NaN') >= 1.0", "bool false"),
    .init("1 < double('Infinity')", "bool true"), .init("1 > double('-inf')", "bool true"),
    .init("1 == double('NaN')", "bool false"), .init("1 != double('NaN')", "bool true"),
    .init("9007199254740993 == double(9007199254740993)", "bool false"),
    .init("9007199254740993 > double(9007199254740993)", "bool true"),
    .init("9223372036854775807 < double(9223372036854775807)", "bool true"),
    .init("'a' < 'b'", "bool true"), .init("'a' < 'ab'", "bool true"),
    .init("'\u{E000}' < '\u{1F600}'", "bool true"), .init("'B' < 'a'", "bool true"),
    .init("'' < 'a'", "bool true"), .init("'a' == 'a'", "bool true"),
    .init("'a' == \"b\"", "bool false"),
    .init("false < true", "bool true"), .init("true <= false", "bool false"),
    .init("true == true", "bool true"), .init("true != true", "bool false"),
    .init("1 == 'a'", "check"), .init("'1' < 1", "check"), .init("true == 1", "check"),
    .init("1 < 2 < 3", "check"), .init("[1] < [2]", "check"),
    .init("[1, 2] == [1, 2]", "bool true"), .init("[1, 2] == [2, 1]", "bool false"),
    .init("[] == []", "bool true"), .init("[1] != []", "bool true"),
    .init("[[1]] == [[1]]", "bool true"),
    .init("[1] == [1.0]", "bool true"), .init("[[], [1]] == [[], [2]]", "bool false"),
    .init("1 in [1, 2]", "bool true"), .init("3 in [1, 2]", "bool false"),
    .init("1 in []", "bool false"),
    .init("'a' in ['b', 'a']", "bool true"), .init("1.0 in [1, 2]", "bool true"),
    .init("1 in [1.0, 2.5]", "bool true"), .init("[1] in [[1], [2]]", "bool true"),
    .init("1 in 1", "check"), .init("'a' in [1]", "check"), .init("'a' in 'abc'", "check"),
    .init("1 in [1 % 0]", "eval"), .init("double('NaN') in [double('NaN')]", "bool false"),
  ]

  @Test("logic and choice", arguments: logicCases)
  func logic(_ c: Answer) { check(c) }

  static let logicCases: [Answer] = [
    .init("true && false", "bool false"), .init("true || false", "bool true"),
    .init("false && 1 % 0 == 0", "bool false"), .init("1 % 0 == 0 && false", "bool false"),
    .init("true || 1 % 0 == 0", "bool true"), .init("1 % 0 == 0 || true", "bool true"),
    .init("true && 1 % 0 == 0", "eval"), .init("1 % 0 == 0 || false", "eval"),
    .init("1 && true", "check"), .init("true || 'a'", "check"),
    .init("true ? 1 : 2", "int 1"), .init("false ? 1 : 2", "int 2"),
    .init("true ? 1 : 1 % 0", "int 1"), .init("false ? 1 % 0 : 1", "int 1"),
    .init("1 % 0 == 0 ? 1 : 2", "eval"), .init("true ? 1 : 'a'", "check"),
    .init("1 ? 1 : 2", "check"),
    .init("true ? 1 : false ? 2 : 3", "int 1"), .init("false ? 1 : false ? 2 : 3", "int 3"),
    .init("true || false && false", "bool true"), .init("!true || true", "bool true"),
    .init("1 + 2 == 3 && 2 in [2]", "bool true"),
  ]

  @Test("texts", arguments: textsCases)
  func texts(_ c: Answer) { check(c) }

  static let textsCases: [Answer] = [
    .init("'he' + 'llo'", "string hello"), .init("'' + ''", "string "), .init("size('')", "int 0"),
    .init("size('πέντε')", "int 5"), .init("'four'.size()", "int 4"), .init("size('😀')", "int 1"),
    .init("'foobar'.startsWith('foo')", "bool true"), .init("''.startsWith('foo')", "bool false"),
    .init("'foobar'.startsWith('')", "bool true"), .init("''.startsWith('')", "bool true"),
    .init("'forté'.endsWith('té')", "bool true"), .init("'foobar'.endsWith('foo')", "bool false"),
    .init("''.endsWith('')", "bool true"), .init("'a'.endsWith('ba')", "bool false"),
    .init("'abababc'.contains('ababc')", "bool true"),
    .init("'hello'.contains('ol')", "bool false"),
    .init("'hello'.contains('')", "bool true"), .init("''.contains('')", "bool true"),
    .init("'Straße'.contains('aß')", "bool true"), .init("'aab'.contains('ab')", "bool true"),
    .init("'hubba'.matches('ubb')", "bool true"), .init("''.matches('foo|bar')", "bool false"),
    .init("'cows'.matches('')", "bool true"), .init("'grey'.matches('gr(a|e)y')", "bool true"),
    .init("'banana'.matches('ba(na)*')", "bool true"),
    .init("'mañana'.matches('a+ñ+a+')", "bool true"),
    .init("matches('abc', '^b')", "bool false"), .init("'a'.matches('(')", "check"),
    .init("'a\\nb'.matches('^a.b$')", "bool false"), .init("'ê'.matches('^.$')", "bool true"),
    .init(#"'' + "''""#, "string ''"), .init(#"'''x''x'''"#, "string x''x"),
    .init(#"r"\\""#, #"string \\"#),
    .init(#""\303\277""#, "string Ã¿"), .init(#""\377""#, "string ÿ"),
    .init(#""\xFF\X41""#, "string ÿA"),
    .init(#"'\u00ff\U0001F600'"#, "string ÿ😀"), .init(#"'\ud83d\ude00'"#, "string 😀"),
    .init(#"'\ud83d'"#, "parse"), .init(#"'\U00110000'"#, "parse"), .init(#"'\400'"#, "parse"),
    .init(#"'\q'"#, "parse"), .init(#"'\x1'"#, "parse"),
    .init(#"'\a\b\f\n\r\t\v\\\?\"\'\`'"#, "string \u{7}\u{8}\u{C}\n\r\t\u{B}\\?\"'`"),
    .init("'a\nb'", "parse"), .init("'''a\nb'''", "string a\nb"), .init("'abc", "parse"),
    .init("'''abc''", "parse"), .init("\"\"\"\"\"\"", "string "), .init("R'\\d'", "string \\d"),
  ]

  @Test("conversions", arguments: conversionsCases)
  func conversions(_ c: Answer) { check(c) }

  static let conversionsCases: [Answer] = [
    .init("int(1.9)", "int 1"), .init("int(-7.9)", "int -7"), .init("int(11.5)", "int 11"),
    .init("int(1e99)", "eval"), .init("int(-9223372036854775808.0)", "eval"),
    .init("int(9223372036854775807.0)", "eval"),
    .init("int(9223372036854774784.0)", "int 9223372036854774784"),
    .init("int(double('NaN'))", "eval"), .init("int('987')", "int 987"),
    .init("int('-1')", "int -1"),
    .init("int('')", "eval"), .init("int('1.0')", "eval"), .init("int(' 1')", "eval"),
    .init("int(true)", "check"),
    .init("int('9223372036854775808')", "eval"),
    .init("int(timestamp('2004-09-16T23:59:59Z'))", "int 1095379199"),
    .init("int(timestamp('1969-12-31T23:59:59.5Z'))", "int -1"), .init("int(5)", "int 5"),
    .init("double(0)", "double 0.0"), .init("double('-0.0')", "double -0.0"),
    .init("double(9223372036854775807)", "double 9.223372036854776e+18"),
    .init("double('6.02214e23')", "double 6.02214e+23"), .init("double('x')", "eval"),
    .init("double('')", "eval"), .init("double('1e400')", "eval"), .init("double('0x10')", "eval"),
    .init("double('Infinity')", "double inf"), .init("double('-Inf')", "double -inf"),
    .init("string(123)", "string 123"), .init("string(-4.5e-3)", "string -0.0045"),
    .init("string(123.456)", "string 123.456"), .init("string(1.0)", "string 1"),
    .init("string(1e300)", "string 1e+300"), .init("string(999999.5)", "string 999999.5"),
    .init("string(1e6)", "string 1e+06"), .init("string(0.0001)", "string 0.0001"),
    .init("string(double('-inf'))", "string -inf"),
    .init("0X1F", "parse"), .init("string(1.5e-7)", "string 1.5e-07"),
    .init("string(true)", "string true"), .init("string('x')", "string x"),
    .init("string([1])", "check"),
    .init("string(timestamp('2009-02-13T23:31:30Z'))", "string 2009-02-13T23:31:30Z"),
    .init("string(timestamp('2009-02-13T23:31:30.120Z'))", "string 2009-02-13T23:31:30.12Z"),
    .init("string(duration('1000000s'))", "string 1000000s"),
    .init("string(duration('-1.5s'))", "string -1.5s"),
    .init("timestamp(0)", "timestamp 1970-01-01T00:00:00Z"),
    .init("timestamp(253402300800)", "eval"),
    .init("timestamp(timestamp(1))", "timestamp 1970-01-01T00:00:01Z"),
    .init("duration(duration('1s'))", "duration 1s"),
  ]

  @Test("times", arguments: timesCases)
  func times(_ c: Answer) { check(c) }

  static let timesCases: [Answer] = [
    .init("timestamp('2009-02-13T23:00:00Z') + duration('240s')", "timestamp 2009-02-13T23:04:00Z"),
    .init("duration('120s') + timestamp('2009-02-13T23:01:00Z')", "timestamp 2009-02-13T23:03:00Z"),
    .init("duration('600s') + duration('50s')", "duration 650s"),
    .init("timestamp('2009-02-13T23:10:00Z') - duration('600s')", "timestamp 2009-02-13T23:00:00Z"),
    .init("timestamp('2009-02-13T23:31:00Z') - timestamp('2009-02-13T23:29:00Z')", "duration 120s"),
    .init("duration('900s') - duration('42s')", "duration 858s"),
    .init(
      "timestamp('0001-01-01T00:00:01.000000001Z') + duration('-999999999ns')",
      "timestamp 0001-01-01T00:00:00.000000002Z"
    ),
    .init("timestamp('2026-11-20T08:00:00+07:00')", "timestamp 2026-11-20T01:00:00Z"),
    .init("timestamp('2026-11-20T08:00:00-07:30')", "timestamp 2026-11-20T15:30:00Z"),
    .init("timestamp('0000-01-01T00:00:00Z')", "eval"),
    .init("timestamp('10000-01-01T00:00:00Z')", "eval"),
    .init("timestamp('2026-02-29T00:00:00Z')", "eval"),
    .init("timestamp('2026-01-01T24:00:00Z')", "eval"),
    .init("timestamp('2026-01-01T00:00:60Z')", "eval"),
    .init("timestamp('2026-01-01T00:00:00')", "eval"),
    .init("timestamp('2026-01-01 00:00:00Z')", "eval"),
    .init("timestamp('2026-01-01T00:00:00.Z')", "eval"),
    .init("timestamp('0001-01-01T00:00:00+01:00')", "eval"), .init("timestamp('')", "eval"),
    .init("timestamp('0001-01-01T00:00:00Z') + duration('-1ns')", "eval"),
    .init("timestamp('9999-12-31T23:59:59.999999999Z') + duration('1ns')", "eval"),
    .init("timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", "eval"),
    .init("duration('320000000000s')", "eval"), .init("duration('-320000000000s')", "eval"),
    .init("duration('1h30m')", "duration 5400s"), .init("duration('-1.5h')", "duration -5400s"),
    .init("duration('1ms2us3ns')", "duration 0.001002003s"),
    .init("duration('1µs')", "duration 0.000001s"),
    .init("duration('0')", "duration 0s"), .init("duration('')", "eval"),
    .init("duration('1')", "eval"),
    .init("duration('s')", "eval"), .init("duration('1x')", "eval"),
    .init("duration('.s')", "eval"),
    .init("duration('1.s')", "duration 1s"),
    .init("duration('60s') == duration('1m')", "bool true"),
    .init("timestamp('2009-02-13T23:00:00Z') <= timestamp('2009-02-13T22:59:59Z')", "bool false"),
    .init("duration('300s') > duration('200s')", "bool true"),
    .init("timestamp('2026-01-01T00:00:00Z') == 1", "check"),
    .init("-duration('1s')", "check"), .init("duration('1s') * 2", "check"),
    .init("duration('9223372036s') + duration('9223372036s')", "eval"),
  ]

  @Test("lists", arguments: listsCases)
  func lists(_ c: Answer) { check(c) }

  static let listsCases: [Answer] = [
    .init("[1, 2] + [3]", "list(int) [1, 2, 3]"), .init("[] + [1]", "list(int) [1]"),
    .init("[] + []", "list []"),
    .init("size([1, 2, 3])", "int 3"), .init("[].size()", "int 0"),
    .init("['a', 'b']", "list(string) [a, b]"),
    .init("[1, 2.5]", "list(decimal) [1, 2.5]"), .init("[1, 'a']", "check"),
    .init("[1,]", "list(int) [1]"),
    .init("[,]", "list []"),
    .init("[,1]", "parse"), .init("[1 % 0]", "eval"), .init("size([1 % 0])", "eval"),
    .init("size([[[[[[[[[[[[0]]]]]]]]]]]])", "int 1"), .init("true ? [1] : []", "list(int) [1]"),
    .init("[1] + ['a']", "check"), .init("[[1], []] + [[2]]", "list(list(int)) [[1], [], [2]]"),
  ]

  @Test("what is out is refused", arguments: refusedCases)
  func refused(_ c: Answer) { check(c) }

  static let refusedCases: [Answer] = [
    .init("null", "check"), .init("1u", "check"), .init("0x1u", "check"), .init("b'a'", "check"),
    .init("[1][0]", "check"), .init("{1: 2}", "check"), .init("{}", "check"),
    .init("Message{a: 1}", "check"),
    .init("a.b.C{}", "check"), .init("1 / 2", "check"), .init("[1].all(x, x > 0)", "check"),
    .init("[1].exists(x, x > 0)", "check"), .init("[1].exists_one(x, x > 0)", "check"),
    .init("[1].map(x, x)", "check"), .init("[1].filter(x, true)", "check"),
    .init("dyn(1)", "check"),
    .init("type(1)", "check"), .init("int", "check"), .init("uint(1)", "check"),
    .init("bytes('a')", "check"),
    .init("bool('true')", "check"), .init("timestamp(0).getFullYear()", "check"),
    .init("'a'.b", "check"),
    .init("x", "check"), .init("f(1)", "check"), .init("contains('a', 'b')", "check"),
    .init("'a'.int()", "check"),
    .init("size()", "check"), .init("size(1)", "check"), .init("size('a', 'b')", "check"),
    .init("has(1)", "check"),
    .init("for", "parse"), .init("in", "parse"), .init("x.in", "parse"), .init("", "parse"),
    .init("  // c", "parse"),
    .init("1 +", "parse"), .init("(1", "parse"), .init("1)", "parse"), .init("1 2", "parse"),
    .init("a = 1", "parse"),
    .init("a & b", "parse"), .init("“a”", "parse"), .init("a ? b", "parse"), .init("@", "parse"),
    .init("$x", "parse"),
    .init("1 == null", "check"), .init("`a`", "parse"), .init("a\u{A0}b", "parse"),
  ]

  private func check(_ c: Answer) {
    #expect(spoken(ExpressionAnswer.answer(c.text, row: [:])) == c.expected)
  }
}
