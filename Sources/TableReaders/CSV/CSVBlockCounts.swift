internal import CSIMD

/// What the first pass over a CSV file finds in its blocks, and what follows for where they begin.
///
/// Whether a block begins inside a quoted cell depends on all the quotes before it. Counting them is
/// the only thing that has to be done before blocks can be read independently of each other.
struct CSVBlockCounts {
  /// How many bytes of a block lie between two places whose line is known.
  static let stepBytes = 4096

  /// What one block holds.
  struct Block {
    var hasOddQuotes = false
    var lineFeeds = 0
    /// The line feeds of the block before each of its steps.
    var lineFeedsBeforeSteps: [UInt32] = []
    var flags: UInt32 = 0
    var textFaults: [TextFaults.Fault] = []
    var fault: SourceFault?
  }

  private var blocks: [Block]
  private var insideAtStart: [Bool] = []
  private var lineFeedsBefore: [Int] = []

  /// Makes the counts of blocks that nobody has counted.
  init(blockCount: Int) {
    blocks = Array(repeating: Block(), count: blockCount)
  }

  /// Takes what one block holds.
  mutating func set(_ block: Int, _ counts: Block) {
    blocks[block] = counts
  }

  /// Adds the blocks up, once all are counted.
  ///
  /// - Parameter before: How many line feeds stand before the first block.
  mutating func finish(lineFeeds before: Int) {
    insideAtStart = []
    lineFeedsBefore = []
    var (isInside, lineFeeds) = (false, before)
    for block in blocks {
      insideAtStart.append(isInside)
      lineFeedsBefore.append(lineFeeds)
      isInside = isInside != block.hasOddQuotes
      lineFeeds += block.lineFeeds
    }
  }

  /// Whether a block begins inside a quoted cell; only after finishing.
  func beginsInside(_ block: Int) -> Bool { insideAtStart[block] }

  /// How many line feeds stand before a block; only after finishing.
  func lineFeeds(before block: Int) -> Int { lineFeedsBefore[block] }

  /// How many line feeds stand before a step of a block, or nil if the block could not be counted;
  /// only after finishing.
  func lineFeeds(before block: Int, step: Int) -> Int? {
    let steps = blocks[block].lineFeedsBeforeSteps
    return steps.indices.contains(step) ? lineFeedsBefore[block] + Int(steps[step]) : nil
  }

  /// Whether the text of some blocks is free of bytes that are not UTF-8.
  func isText(_ range: ClosedRange<Int>) -> Bool {
    blocks[range].allSatisfy { $0.flags & (CSIMD_INVALID | CSIMD_NUL) == 0 }
  }

  /// Whether the text of some blocks is known to be NFC.
  func isUsual(_ range: ClosedRange<Int>) -> Bool {
    blocks[range].allSatisfy { $0.flags & CSIMD_UNUSUAL == 0 }
  }

  /// The faults of the blocks' text, in the order of the file, at most one a line.
  func problems(limit: Int) -> [FileProblem] {
    var problems: [FileProblem] = []
    for (index, block) in blocks.enumerated() {
      if let fault = block.fault { return problems + [Messages.source(fault)] }
      for fault in block.textFaults where problems.count < limit {
        let line = lineFeedsBefore[index] + fault.lineFeeds + 1
        if problems.last?.line != line { problems.append(Messages.badText(fault, line: line)) }
      }
    }
    return problems
  }
}
