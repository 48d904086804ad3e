/// A verb that could not do what it was asked to: a message for people and exit status 2.
struct Failure: Error, CustomStringConvertible {
  /// What is wrong and what to do, in the language of this run.
  let description: String

  init(_ description: String) { self.description = description }
}
