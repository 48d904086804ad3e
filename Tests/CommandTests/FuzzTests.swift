import Foundation
import Testing

/// Mutated queries end with rows or an error, whatever they are; `tupu-bench fuzz --count 1000000` runs more of them.
@Suite struct FuzzTests {
  @Test func mutatedQueriesDoNoHarm() throws {
    let result = try Tool().bench(["fuzz", "--count", "1500", "--seed", "4242"])
    #expect(result.status == 0, "\(result.output.suffix(2000)) \(result.messages.suffix(2000))")
    #expect(result.output.contains("1500 queries, 0 faults"))
  }
}
