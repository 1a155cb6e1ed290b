internal import CivilTime
internal import Expressions
internal import VietnameseText

/// Reads the typed values of an expression's row from JSON.
enum ExpressionCell {
  private static let types: [String: ExpressionType] = [
    "int": .int, "double": .double, "decimal": .decimal, "string": .string, "bool": .bool,
    "timestamp": .timestamp, "duration": .duration, "date": .date, "week": .period(.week),
    "month": .period(.month), "quarter": .period(.quarter), "half_year": .period(.halfYear),
    "year": .period(.year), "list": .list(.nothing),
  ]

  /// Returns the type of a name; `list(int)` and `list<int>` name the elements' type too.
  ///
  /// - Parameter name: The name.
  /// - Returns: The type.
  /// - Throws: `RequestError.unknownType`.
  static func type(named name: String) throws(RequestError) -> ExpressionType {
    if let type = types[name] { return type }
    for (open, close) in [("list(", ")"), ("list<", ">")]
    where name.hasPrefix(open) && name.hasSuffix(close) && name.utf8.count <= 200 {
      return .list(try type(named: String(name.dropFirst(5).dropLast())))
    }
    throw .unknownType(name)
  }

  /// Reads `{"type": …, "value": …}`.
  ///
  /// - Parameters:
  ///   - value: The JSON of the cell.
  ///   - name: The name it stands under, for messages.
  /// - Returns: The cell.
  /// - Throws: `RequestError` if the type is unknown or the value not of it.
  static func read(
    _ value: JSONValue,
    of name: String
  ) throws(RequestError) -> ExpressionAnswer.Cell {
    guard case .object(let members) = value else { throw .wrongMember(name) }
    var typeName: String?
    var content = JSONValue.null
    var isErroneous = false
    for member in members {
      switch (member.name, member.value) {
      case ("type", .string(let text)): typeName = text
      case ("value", let value): content = value
      case ("erroneous", .bool(let flag)): isErroneous = flag
      default: throw .wrongMember("\(name).\(member.name)")
      }
    }
    guard let typeName else { throw .wrongMember("\(name).type") }
    let type = try type(named: typeName)
    if isErroneous { return .erroneous(type) }
    if content == .null { return .absent(type) }
    guard let (constant, exactType) = try constant(content, type, of: name) else {
      throw .wrongValue(name: name, type: typeName)
    }
    return .value(constant, exactType)
  }

  /// Reads a value of a type, and says of a list what its elements are.
  private static func constant(
    _ value: JSONValue,
    _ type: ExpressionType,
    of name: String
  ) throws(RequestError) -> (Constant, ExpressionType)? {
    if case .list(let element) = type {
      guard case .array(let values) = value else { return nil }
      return try list(values, of: element, name)
    }
    return scalar(value, type).map { ($0, type) }
  }

  private static func scalar(_ value: JSONValue, _ type: ExpressionType) -> Constant? {
    switch (value, type) {
    case (.number(let text), .int), (.string(let text), .int): Int64(text).map { .int($0) }
    case (.number(let text), .double): finite(text).map { .double($0) }
    case (.string(let text), .double): named(text).map { .double($0) }
    case (.number(let text), .decimal), (.string(let text), .decimal): Constant(decimal: text)
    case (.string(let text), .string): .string(CanonicalText.nfc(text))
    case (.bool(let flag), .bool): .bool(flag)
    case (.string(let text), .timestamp): Constant(timestamp: text)
    case (.string(let text), .duration): Constant(duration: text)
    case (.string(let text), .date): CivilDate(iso: text).map { .date($0) }
    case (.string(let text), .period(let kind)), (.number(let text), .period(let kind)):
      Period(text: text).flatMap { $0.kind == kind ? .period($0) : nil }
    default: nil
    }
  }

  private static func finite(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func named(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: finite(text)
    }
  }

  // MARK: Lists

  /// Reads elements that are plain values, or objects with a type and a value of their own.
  private static func list(
    _ values: [JSONValue],
    of declared: ExpressionType,
    _ name: String
  ) throws(RequestError) -> (Constant, ExpressionType)? {
    var element = declared
    var constants: [Constant] = []
    if element == .nothing { element = values.map(plainType).reduce(.nothing, wider) ?? .nothing }
    for value in values {
      let found: (Constant, ExpressionType)?
      if case .object = value {
        guard case .value(let constant, let type) = try read(value, of: name) else { return nil }
        found = (constant, type)
      } else {
        found = try constant(value, element, of: name)
      }
      guard let (constant, type) = found else { return nil }
      if element == .nothing || element == .list(.nothing) { element = type }
      guard type == element || type == .list(.nothing) else { return nil }
      constants.append(constant)
    }
    return (.list(constants), .list(element))
  }

  /// The type that a plain value shows; nothing for an object, which names its own.
  private static func plainType(_ value: JSONValue) -> ExpressionType? {
    switch value {
    case .null: nil
    case .bool: .bool
    case .number(let text): Int64(text) == nil ? .double : .int
    case .string: .string
    case .array: .list(.nothing)
    case .object: .nothing
    }
  }

  /// The type of two elements of one list; whole numbers beside others are doubles.
  private static func wider(_ a: ExpressionType?, _ b: ExpressionType?) -> ExpressionType? {
    switch (a, b) {
    case (nil, _), (_, nil): nil
    case (.nothing, _): b
    case (_, .nothing): a
    case (.int, .double), (.double, .int): .double
    default: a == b ? a : nil
    }
  }
}
