import Enterprises
import Extraction
import Meetings
import Organizations
import People
import Programs
import Projects
import Regions
import Zones

/// The built-in plug-ins.
public enum Roster {
  /// One of each, in the order in which they are listed to people.
  public static var builtIn: [any Plugin] {
    get throws {
      [
        try RegionsPlugin(), try OrganizationsPlugin(), try EnterprisesPlugin(), try ZonesPlugin(),
        try PeoplePlugin(), try ProgramsPlugin(), try ProjectsPlugin(), try MeetingsPlugin(),
      ]
    }
  }
}
