import GraphModel

/// Everything that Tupu says to people, by name; the tables beside this file hold both languages.
enum Word: String, CaseIterable, Sendable {
  case tupuAbstract, tupuDiscussion, helpLanguage, helpStore, helpFormat, helpEncoding, helpFiles, helpName,
    helpType, helpKey, helpLimit, helpLinkLimit, helpQuoteLimit, helpDocument, ingestAbstract,
    ingestDiscussion, helpInputs, helpJobs, helpForce, helpPrune, helpMaximumSize, docsAbstract, docsDiscussion,
    docsListAbstract, docsListDiscussion, docsShowAbstract, docsShowDiscussion, docsRemoveAbstract,
    docsRemoveDiscussion, helpDocumentText, extractAbstract, extractDiscussion, helpExtractOut, helpExplain,
    lostDearer, lostUnlikely, lostOccupied, lostExcluded, lostSuppressed, lostRetracted, lostOwnerless, lostGeneral,
    lostKindOnly, lostOtherKind, lostAbsent, lostCited, cleanAbstract,
    cleanDiscussion, helpCleanShow, showAbstract, showDiscussion, searchAbstract, searchDiscussion,
    helpSearchText, pathAbstract, pathDiscussion, helpLongest, whyAbstract, whyDiscussion, helpWhyOther,
    helpEdgeType, renderAbstract, renderDiscussion, helpRenderNames, helpDepth, helpRenderDocument,
    helpRenderRegion, helpRenderType, helpRenderPath, helpRenderAll, helpRenderQuery, helpRenderQueryFile,
    helpRenderOutput, helpRenderLimit,
    helpRenderTitle, helpRenderEngine, statsAbstract, statsDiscussion, schemaAbstract, schemaDiscussion,
    helpBuiltIn, checkAbstract, checkDiscussion, dumpAbstract, dumpDiscussion, evalAbstract, evalDiscussion,
    helpGold, helpEvalDocuments, helpPredictions, helpErrors, mergeAbstract, mergeDiscussion, splitAbstract,
    splitDiscussion, rejectAbstract, rejectDiscussion, correctAbstract, correctDiscussion, judgementsAbstract,
    judgementsDiscussion, undoAbstract, undoDiscussion, helpReason, helpAuthor, helpProperty, helpValue,
    helpNumber, manualAbstract, manualDiscussion, listComma, standardOutput, columnKey, columnName,
    columnType, columnKind, columnDirection, columnDetail, columnQuote, columnSentence, columnDocument,
    columnOrigin, columnPlace, columnLine, columnColumn, columnStart, columnEnd, columnRule, columnReason,
    columnFrom, columnTo, columnValue, columnProperties, columnPlugin, columnTitle, columnPublished,
    columnSource, columnAuthors, columnCharacters, columnEntities, columnRelations, columnAliases,
    columnMentions, columnNumber, columnTime, columnRight, columnWrong, columnMissed, columnPrecision,
    columnRecall, columnF1, alsoCalled, mentionedIn, supportedBy, moreLinks, moreQuotes, moreResults, andMore,
    stageFinding, stageReading, stageDeriving, perSecond, timeLeft, failedSoFar, countAdded, countUnchanged,
    countReplaced, countRefreshed, countRemoved, countFailed, nowHolds, tookSeconds, statDocuments,
    statOrigins, statCharacters, statNodes, statEdges, statJudgements, statBytes, statEarliest, statLatest,
    removedDocument, cleanedLength, datesRight, checkPassed, problemDamagedFile, problemUnreadableRecord,
    problemOrphan, problemSpanOutsideText, problemDanglingEdge, problemStaleGraph, problemStaleIndex,
    problemUndeclaredType, judgedSame, judgedNotSame, judgedRejected, judgedCorrected, judgedCleared, undone,
    queryAbstract, queryDiscussion, helpQuery, helpQueryFile, helpParams, helpTimeout, helpMemory, shellAbstract,
    shellDiscussion, helpScratch, shellHello, queryOneSource, badParameters, cannotRead, error, cannotWrite,
    mustBePositive, mustBeBetween, nothingAsked, sourceFailed, sourcesFailed, filesLeftOut, noEnding,
    sourceMissing, sourceIsFolder,
    sourceNoPermission, sourceUnreadable, sourceNotAFile, sourceNoMatch, sourceNothingInside, sourceEmpty,
    sourceBinary, sourceUnknownEncoding, sourceMalformed, sourceTooLarge, sourceBadRecord, sourcePlugin,
    recordNotJSON, recordNotAnObject, recordNoText, recordBadMember,
    noSuchNode, didYouMean, ambiguousName, noSuchDocument, ambiguousDocument, unknownType, unknownProperty,
    badValue, noEdgeBetween, noPath, nothingFound, nothingToDraw, renderOnePart, renderPathNeedsTwo,
    unknownEnding, noChineseFont, omittedNodes, pictureTooSlow, pictureFailed, pictureWorkerFailed,
    checkFailed, evalOneSource, noGold, badGraphFile, sameNode, differentTypes, unknownKey, unknownJudgement,
    storeMissing, storeNotADatabase, storeForeign, storeNewer, storeOlder, storeBusy, storeFull,
    storeReadOnly, storeCannotOpen, storeDamaged, storeRefused, storeCollision
  case helpPlugins, helpEnable, pluginAbstract, pluginDiscussion, pluginListAbstract, pluginListDiscussion,
    columnCarrier,
    columnVersion, columnEnabled, columnRules, columnEntries, pluginBuiltIn, pluginHidden, pluginsBroken, pluginRefused,
    pluginMissing, pluginWithout, pluginUnreadable, pluginOutside, pluginManifest, pluginOtherName, pluginNoCarrier,
    pluginCompiledOnly, pluginTooLarge, pluginNoCommand, documentsIncomplete, countIncomplete, countCaughtUp,
    moreIncomplete,
    pluginEnableAbstract, pluginEnableDiscussion, pluginDisableAbstract, pluginDisableDiscussion, helpSwitchName,
    pluginEnabled, pluginDisabled, pluginRuns, pluginIsEnabled, pluginNotEnabled,
    pluginAddAbstract, pluginAddDiscussion, helpPackage, helpAddInto, helpReplace, noUserFolder, pluginAdded,
    packageUnknownKind, packageDamaged, packageTooLarge, packageBadPath, packageNotAFile, packageUnknownMethod,
    packageTwice, packageNoManifest, pluginNewAbstract, pluginNewDiscussion, helpNewName, helpCarrier,
    helpLanguageOfProcess, badPluginName,
    languageNeedsProcess, pluginMade, pluginNextEnable, pluginNextCompile, pluginNextTarget, pluginExists,
    pipelineRequirement, pipelineClash, pipelineCircle, pipelineSameName,
    pipelineEnd, pipelineEdge
  // Queries, what they write, and the shell.
  case helpQueryFormat, helpWrite, statementKept, statementEmpty, newType, newTypeSimilar, changeNodesCreated,
    changeNodesDeleted, changeEdgesCreated, changeEdgesDeleted, changeProperties, readOnlyWayOut, judgedStatement,
    pictureToTerminal, jsonPlace, jsonEndsEarly, jsonUnexpected, jsonBadNumber, jsonBadString, jsonTooDeep,
    jsonTrailing, didYouMeanWord, shellHelp, unknownFormat, unknownCommand, scratchWrites, scratchPicture,
    protocolReads,
    helpShowCypher, noCypher
  case processFailed, processSaid, processNotStarted, processStartTooLong, processBadGreeting, processExited,
    processKilled, processClosedInput, processClosedOutput, processTookTooLong, processTotalTooLong, processTooLong,
    processNotJSON, processBadAnswer, processReported, processGivenUp, answerMissing, answerWrongKind, answerUnknown,
    answerOtherDocument, answerUndeclared, answerWrongEnd, answerUnknownEntity, answerSameID, answerOutside,
    answerInsideCharacter, answerBadLength, answerControls, answerTooMany, answerNotAShare
  case ruleUnreadable, ruleTooLarge, ruleOutside, ruleNotYAML, ruleAnchor, ruleIncludeCircle, ruleMissingKey,
    ruleUnknownKey, ruleExclusiveKeys, ruleWrongForm, ruleDuplicateName, ruleUnknownName, ruleUndeclaredType,
    ruleUndeclaredProperty, rulePartCircle, rulePatternSyntax, ruleEmptyPattern, rulePatternTooLarge, ruleEmptyList,
    ruleTooManyWords,
    ruleLineTooLong, ruleNotUTF8, ruleNoName, ruleControlCharacter, ruleTooManyColumns, ruleOpenQuote,
    ruleDuplicateEntry,
    ruleNeverFired, ruleUnused, ruleShadowed, formText, formTexts, formMapping, formMappings, formTruth, formNumber,
    formShare, formWordList, formScope, formReach, formOrder, formChoice, formSide, formFolds, formFilling,
    conditionAfter,
    conditionNotAfter, conditionBefore, conditionNotBefore, conditionWith, conditionWithout, conditionSection,
    conditionInside, conditionNotInside, conditionExcept, conditionFoundBy, conditionNotFoundBy, conditionProperty,
    conditionHome, conditionOutsideHome,
    trialFired, trialNoEntry, trialNoQuotation, trialStopped, trialCondition, trialTaken, trialMarksOther,
    trialNoMention, trialNoPartner, exampleBadExpectation, exampleBadDate,
    exampleNoText, exampleMissing, exampleUnexpected, exampleOtherName, exampleMissingLink, exampleUnexpectedLink,
    exampleOtherValue, exampleUnknownNode, examplesPassed, examplesFailed, noExamples, noneValue,
    pluginCheckAbstract, pluginCheckDiscussion, pluginTestAbstract, pluginTestDiscussion, pluginTraceAbstract,
    pluginTraceDiscussion, helpPluginName, helpCheckCorpus, helpTraceAt, helpTracePlugin, checkedPlugin, checkedRule,
    pluginHasErrors, pluginIsNoPack, notInText, noSuchPlugin, columnOutcome, columnAdds, ruleLinesLeftOut
  case importAbstract, importDiscussion, helpImportFiles, helpImportNodes, helpImportEdges, helpImportKey,
    helpDelimiter, importNothing, importBadOption, importBadDelimiter, importNotUTF8, importEmpty, importNoColumn,
    importRepeatedColumn, importUnknownType, importNoRole, importWrongWidth, importOpenQuote, importAfterQuote,
    importMissingValue, importBadValue, importDuplicateKey, importUnknownNode, importAmbiguousNode, importNotJSON,
    importBadRecord, importStillNeeded
}

extension Word {
  /// The text in both languages.
  var caption: Caption {
    for part in Self.parts {
      if let texts = part()[self] { return Caption(chinese: texts.0, english: texts.1) }
    }
    return Caption(chinese: rawValue, english: rawValue)
  }

  /// The text in the language of this run.
  var text: String { caption.text(in: .current) }

  /// The text in the language of this run with its places filled.
  func callAsFunction(_ values: any CustomStringConvertible...) -> String {
    Self.fill(text, with: values.map(\.description))
  }

  /// The tables, each made when a word is first looked for in it: what every verb says stands in the first ones.
  private static let parts: [@Sendable () -> [Word: (String, String)]] = [
    { help }, { answers }, { failures }, { plugins }, { processes }, { rules }, { losses }, { importing },
  ]

  /// Both languages of every word; a test sees to it that none is missing.
  static var table: [Word: Caption] {
    parts.reduce(into: [:]) { table, part in
      for (word, texts) in part() { table[word] = Caption(chinese: texts.0, english: texts.1) }
    }
  }

  /// Replaces `{0}`, `{1}` … in one pass, so that braces in a value stay what they are.
  static func fill(_ template: String, with values: [String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"), let index = Int(after[..<close]), values.indices.contains(index)
      else {
        result += "{"
        rest = after
        continue
      }
      result += values[index]
      rest = after[after.index(after: close)...]
    }
    return result + rest
  }
}
