// The doors import the hall alone; the forms of tables and pictures, which they let people choose, come through it.
@_exported import Rendering
