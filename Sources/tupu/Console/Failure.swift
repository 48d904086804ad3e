/// A verb that could not do what it was asked to: a message for people and an exit status.
struct Failure: Error, CustomStringConvertible {
  /// What is wrong and what to do, in the language of this run.
  let description: String
  /// 1: nothing found or a check failed; 2: misuse or error.
  let status: Int32

  init(_ description: String, status: Int32 = 2) {
    self.description = description
    self.status = status
  }

  /// Nothing of this kind was found.
  static func nothing(_ description: String) -> Failure { Failure(description, status: 1) }
}
