extension FaultyPack {
  static let datasets = Group(
    name: "datasets",
    packs: [
      .init(
        fault: "a column of weeks and one of half-years",
        yaml: """
          datasets:
            - {id: x, file: x.csv, columns: {a: {type: week}, b: {type: half_year}}}

          """
      ),
      .init(
        fault: "a dataset without its required keys",
        yaml: """
          datasets:
            - {title: A}

          """
      ),
      .init(
        fault: "a dataset without columns",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {}}

          """
      ),
      .init(
        fault: "a dataset twice",
        yaml: """
          datasets:
            - {id: ds, file: a.csv, columns: {a: }}

          """
      ),
      .init(
        fault: "a file outside the data folder",
        yaml: """
          datasets:
            - {id: d, file: ../a.csv, columns: {a: }}

          """
      ),
      .init(
        fault: "a column type that does not exist",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {type: string}, b: {type: dat}}}

          """
      ),
      .init(
        fault: "a key of a column that does not exist",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {requird: true}}}

          """
      ),
      .init(
        fault: "columns that do not exist",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {ma: }, key: [mã, ma, ma], unit: don_vi}

          """
      ),
      .init(
        fault: "a unit column of another type",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {dv: }, unit: dv}

          """
      ),
      .init(
        fault: "two columns with one label",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {header: [Ngày, Hạn]}, b: {header: HẠN}}}

          """
      ),
      .init(
        fault: "a column named like a word of expressions",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {due: , 1a: }}

          """
      ),
      .init(
        fault: "a reference to nothing",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {type: ref, to: dss}, b: {type: ref}, c: {to: ds}, e: {blank: false}}}

          """
      ),
      .init(
        fault: "a reference to a dataset without a key",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {type: ref, to: d}}}

          """
      ),
      .init(
        fault: "yes and no that are neither",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: {required: x}}, may_be_empty: "1"}

          """
      ),
      .init(
        fault: "columns that are a list",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: [a, b]}

          """
      ),
      .init(
        fault: "an unknown way of writing numbers",
        yaml: """
          datasets:
            - {id: d, file: a.csv, columns: {a: }, number: us}

          """
      ),
    ]
  )
}
