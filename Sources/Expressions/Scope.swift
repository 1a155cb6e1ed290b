public import CivilTime
internal import VietnameseText

/// What an expression may read: columns and values of the engine by name.
public struct Scope: Sendable {
  /// A column, or a value of the engine that differs from row to row or may be absent.
  public struct Variable: Sendable, Hashable {
    /// The name in expressions; dotted for a field of a reference column.
    public let name: String
    /// The type of its values.
    public let type: ExpressionType
    /// Its index in `Inputs.columns`.
    public let slot: Int
    /// The only texts that it can hold, in NFC; empty if it can hold any.
    public let values: [String]

    /// Makes a variable.
    public init(name: String, type: ExpressionType, slot: Int, values: [String] = []) {
      self.name = CanonicalText.nfc(name)
      self.type = type
      self.slot = slot
      self.values = values
    }
  }

  /// The variables, in the order in which suggestions prefer them.
  public let variables: [Variable]
  /// The values that are the same for every row.
  public let constants: [String: Constant]
  /// The ids of the register's units; the index of a unit is its place here.
  public let unitIDs: [String]
  /// The working days, or nil where there is no calendar.
  public let calendar: WorkingCalendar?
  /// How far east of UTC the pack's time zone is, for the civil date of an instant.
  public let utcOffsetSeconds: Int

  private let variablesByName: [String: Variable]
  private let unitsByID: [String: Int32]

  /// Makes a scope.
  ///
  /// - Parameters:
  ///   - variables: What can be read; of two with one name the first counts.
  ///   - constants: Values by name; a variable of the same name hides one.
  ///   - unitIDs: The ids of the register's units, in its order.
  ///   - calendar: The working days.
  ///   - utcOffsetSeconds: The offset of the pack's time zone.
  public init(
    variables: [Variable],
    constants: [String: Constant] = [:],
    unitIDs: [String] = [],
    calendar: WorkingCalendar? = nil,
    utcOffsetSeconds: Int = 0
  ) {
    self.variables = variables
    self.constants = Dictionary(
      constants.map { (CanonicalText.nfc($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    self.unitIDs = unitIDs
    self.calendar = calendar
    self.utcOffsetSeconds = min(max(utcOffsetSeconds, -86_400), 86_400)
    variablesByName = Dictionary(
      variables.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    unitsByID = Dictionary(
      zip(unitIDs, unitIDs.indices.map { Int32(clamping: $0) }),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns the variable of a name, or nil.
  func variable(_ name: String) -> Variable? { variablesByName[name] }

  /// Returns the variable of a slot, or nil.
  func variable(inSlot slot: Int) -> Variable? { variables.first { $0.slot == slot } }

  /// Returns the index of a unit, or nil.
  func unit(_ id: String) -> Int32? { unitsByID[id] }

  /// Every name there is, variables first.
  var names: [String] { variables.map(\.name) + constants.keys.sorted() }
}
