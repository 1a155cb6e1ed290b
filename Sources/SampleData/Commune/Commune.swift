import CivilTime

/// The commune's dumps in the making: every table by dataset, before any of it is spelt.
struct Commune: Sendable {
  /// The tables, in the order in which they are written.
  private(set) var tables: [SampleTable] = []
  private var places: [String: Int] = [:]

  /// Puts a finished table beside the others.
  mutating func add(_ table: SampleTable) {
    places[table.dataset] = tables.count
    tables.append(table)
  }

  /// One dataset's table; a name that is not there is a mistake in this package.
  subscript(dataset: String) -> SampleTable {
    get { tables[place(dataset)] }
    set { tables[place(dataset)] = newValue }
  }

  private func place(_ dataset: String) -> Int {
    guard let place = places[dataset] else { preconditionFailure("no sample table \(dataset)") }
    return place
  }
}

extension Commune {
  /// Makes a commune in which every duty is done.
  ///
  /// - Parameter seed: Where every drawn number comes from.
  /// - Returns: The tables, from the one that others refer to onwards.
  static func dutiful(seed: UInt64) -> Commune {
    var commune = Commune()
    var documents = DocumentRegister(seed: seed)
    commune.addPeople(seed: seed)
    commune.addProcedures(seed: seed)
    commune.addDossiers(seed: seed)
    commune.addOpinions(seed: seed)
    commune.addTasks(seed: seed, &documents)
    commune.addMoney(seed: seed, &documents)
    commune.addReports(seed: seed, &documents)
    commune.addFigures()
    commune.addEquipment(seed: seed)
    commune.addSystems(seed: seed)
    commune.addRecords(seed: seed)
    commune.addVillages(seed: seed)
    commune.addActivities(seed: seed, &documents)
    commune.addEmulation(seed: seed)
    commune.addEvidence(seed: seed, &documents)
    commune.addDocuments(documents, seed: seed)
    return commune
  }

  /// Makes the commune of the samples: dutiful but for what was planted.
  static func withPlants(seed: UInt64) -> Commune {
    var commune = dutiful(seed: seed)
    for plant in Plant.all { plant.breakDuty(&commune) }
    for boundary in Boundary.all { boundary.arrange(&commune) }
    return commune
  }
}
