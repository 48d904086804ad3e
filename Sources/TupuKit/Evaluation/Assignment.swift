/// The assignment of rows to columns with the greatest sum of weights (the Hungarian method in O(n³), after E. Lawler).
enum Assignment {
  /// The column of each row, or nil where it gets none; weight 0 means that the two may not be paired.
  static func best(_ weights: [[Int]]) -> [Int?] {
    let rows = weights.count
    let columns = weights.first?.count ?? 0
    let size = max(rows, columns)
    guard size > 0 else { return [] }
    let top = weights.lazy.flatMap { $0 }.max() ?? 0
    func cost(_ row: Int, _ column: Int) -> Int { top - (row < rows && column < columns ? weights[row][column] : 0) }
    var rowPotential = Array(repeating: 0, count: size + 1)
    var columnPotential = Array(repeating: 0, count: size + 1)
    var owner = Array(repeating: 0, count: size + 1)
    var way = Array(repeating: 0, count: size + 1)
    for row in 1...size {
      owner[0] = row
      var column = 0
      var least = Array(repeating: Int.max, count: size + 1)
      var used = Array(repeating: false, count: size + 1)
      repeat {
        used[column] = true
        let current = owner[column]
        var delta = Int.max
        var next = 0
        for other in 1...size where !used[other] {
          let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
          if reduced < least[other] {
            least[other] = reduced
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...size {
          if used[other] {
            rowPotential[owner[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] != .max {
            least[other] -= delta
          }
        }
        column = next
      } while owner[column] != 0
      while column != 0 {
        owner[column] = owner[way[column]]
        column = way[column]
      }
    }
    var result: [Int?] = Array(repeating: nil, count: rows)
    for column in 1...size where owner[column] > 0 {
      let row = owner[column] - 1
      if row < rows, column - 1 < columns, weights[row][column - 1] > 0 { result[row] = column - 1 }
    }
    return result
  }
}
