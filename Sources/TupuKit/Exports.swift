// The doors import the hall alone; what they show of the rooms — the forms of tables and pictures, which people choose, and
// queries and plug-ins with their errors — comes through it.
@_exported import Cypher
@_exported import Extraction
@_exported import Rendering
