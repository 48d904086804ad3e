import Foundation

/// Where the tests find the project's files.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
