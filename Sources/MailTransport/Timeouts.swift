/// How long a mail server may take.
public struct Timeouts: Sendable, Hashable {
  /// Until it is connected, encrypted and logged in.
  public var connectSeconds: Double
  /// Until it answers one command, rounded up to whole seconds.
  public var responseSeconds: Double
  /// For one message altogether.
  public var totalSeconds: Double

  /// Makes time-outs; those left out suit a server far away.
  public init(
    connectSeconds: Double = 10,
    responseSeconds: Double = 60,
    totalSeconds: Double = 300
  ) {
    self.connectSeconds = connectSeconds
    self.responseSeconds = responseSeconds
    self.totalSeconds = totalSeconds
  }
}
