import Documents
import Enterprises
import Extraction
import Meetings
import Organizations
import PackTables
import People
import Programs
import Projects
import Regions
import Zones

/// The plug-ins that come with the program.
public enum Roster {
  /// Those that read every document unless a person switches them off, in the order in which they are listed to people.
  public static var builtIn: [any Plugin] {
    get throws {
      [
        try RegionsPlugin(), try OrganizationsPlugin(), try EnterprisesPlugin(), try ZonesPlugin(),
        try PeoplePlugin(), try ProgramsPlugin(), try ProjectsPlugin(), try MeetingsPlugin(),
      ]
    }
  }

  /// Those that read nothing until a person enables them, each with the files that the binary holds of it: of a rule pack
  /// all, of a compiled plug-in its examples.
  public static var optional: [(plugin: (any Plugin)?, folder: PluginFolder)] {
    get throws {
      let compiled: [any Plugin] = [try DocumentsPlugin()]
      return folders.map { folder in (compiled.first { $0.manifest.name == folder.name }, folder) }
    }
  }

  private static var folders: [PluginFolder] {
    var names: [String] = []
    var files: [String: [String: EmbeddedFile]] = [:]
    for file in UnsafeBufferPointer(start: tupu_pack_files(), count: tupu_pack_files_count()) {
      let name = String(cString: file.pack)
      if files[name] == nil { names.append(name) }
      files[name, default: [:]][String(cString: file.name)] = EmbeddedFile(file.bytes, count: file.count)
    }
    return names.map { PluginFolder(name: $0, embedded: files[$0] ?? [:]) }
  }
}
