/// Why a query did not run, in openCypher's words.
public struct CypherError: Error, Hashable, Sendable {
  /// The class of the error.
  public enum Kind: String, Hashable, Sendable {
    /// The text is not a query, or one that can have no meaning.
    case syntax = "SyntaxError"
    /// The query has no meaning on this graph.
    case semantic = "SemanticError"
    /// A value is of a type that cannot be used there.
    case type = "TypeError"
    /// A value lies outside of what is allowed there.
    case argument = "ArgumentError"
    /// A number cannot be computed.
    case arithmetic = "ArithmeticError"
    /// A node or relationship is not there.
    case entityNotFound = "EntityNotFound"
    /// A parameter was not given.
    case parameterMissing = "ParameterMissing"
    /// A procedure cannot be called.
    case procedure = "ProcedureError"
    /// The graph's own rules forbid the write.
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    /// The query was stopped: time, memory, or a person.
    case execution = "ExecutionError"
  }

  /// What exactly is wrong.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    case ambiguousAggregationExpression = "AmbiguousAggregationExpression"
    case cancelled = "Cancelled"
    case columnNameConflict = "ColumnNameConflict"
    case creatingVarLength = "CreatingVarLength"
    case deleteConnectedNode = "DeleteConnectedNode"
    case deletedEntityAccess = "DeletedEntityAccess"
    case differentColumnsInUnion = "DifferentColumnsInUnion"
    case divisionByZero = "DivisionByZero"
    case floatingPointOverflow = "FloatingPointOverflow"
    case integerOverflow = "IntegerOverflow"
    case invalidAggregation = "InvalidAggregation"
    case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
    case invalidArgumentType = "InvalidArgumentType"
    case invalidArgumentValue = "InvalidArgumentValue"
    case importedEntity = "ImportedEntity"
    case invalidClauseComposition = "InvalidClauseComposition"
    case invalidDelete = "InvalidDelete"
    case invalidNumberLiteral = "InvalidNumberLiteral"
    case invalidName = "InvalidName"
    case invalidLabels = "InvalidLabels"
    case fixedProperty = "FixedProperty"
    case invalidNumberOfArguments = "InvalidNumberOfArguments"
    case invalidParameterUse = "InvalidParameterUse"
    case invalidPropertyType = "InvalidPropertyType"
    case invalidRelationshipPattern = "InvalidRelationshipPattern"
    case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
    case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
    case mapElementAccessByNonString = "MapElementAccessByNonString"
    case memoryExceeded = "MemoryExceeded"
    case mergeReadOwnWrites = "MergeReadOwnWrites"
    case missingParameter = "MissingParameter"
    case negativeIntegerArgument = "NegativeIntegerArgument"
    case nestedAggregation = "NestedAggregation"
    case nestingTooDeep = "NestingTooDeep"
    case noExpressionAlias = "NoExpressionAlias"
    case nonConstantExpression = "NonConstantExpression"
    case noSingleRelationshipType = "NoSingleRelationshipType"
    case noVariablesInScope = "NoVariablesInScope"
    case numberOutOfRange = "NumberOutOfRange"
    case procedureNotFound = "ProcedureNotFound"
    case readOnly = "ReadOnly"
    case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
    case requiresDirectedRelationship = "RequiresDirectedRelationship"
    case timedOut = "TimedOut"
    case undefinedVariable = "UndefinedVariable"
    case unexpectedSyntax = "UnexpectedSyntax"
    case unknownFunction = "UnknownFunction"
    case variableAlreadyBound = "VariableAlreadyBound"
    case variableTypeConflict = "VariableTypeConflict"
  }

  /// The class of the error.
  public var kind: Kind
  /// What exactly is wrong.
  public var detail: Detail
  /// What is wrong, in a sentence that can be said in another language.
  public var sentence: CypherMessage
  /// Where in the query's text, in UTF-8 bytes from its start; nil where no place is to blame.
  public var offset: Int?
  /// A way out.
  public var hint: Hint?

  /// A way out of an error.
  public enum Hint: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The writer may have meant this name or word.
    case name(String)
    /// What to do or to write instead.
    case advice(CypherMessage)

    /// Advice without places.
    public init(stringLiteral text: String) { self = .advice(CypherMessage(stringLiteral: text)) }

    /// Advice with places.
    public init(stringInterpolation sentence: CypherMessage.StringInterpolation) {
      self = .advice(CypherMessage(stringInterpolation: sentence))
    }
  }

  /// What is wrong, in English.
  public var message: String { sentence.description }

  /// The way out in English: a name that the writer may have meant, or advice.
  public var suggestion: String? {
    switch hint {
    case nil: nil
    case .name(let name): name
    case .advice(let advice): advice.description
    }
  }

  /// Describes an error.
  public init(
    _ kind: Kind, _ detail: Detail, _ sentence: CypherMessage, at offset: Int? = nil, suggestion hint: Hint? = nil
  ) {
    self.kind = kind
    self.detail = detail
    self.sentence = sentence
    self.offset = offset
    self.hint = hint
  }

  /// Line and column of the error in the query's text, both from 1, the column in Unicode scalars.
  public func place(in text: String) -> (line: Int, column: Int)? {
    guard let offset else { return nil }
    var line = 1
    var column = 1
    var seen = 0
    for scalar in text.unicodeScalars {
      if seen >= offset { break }
      seen += UTF8.width(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
