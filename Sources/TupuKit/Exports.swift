// The doors import the hall alone; what they show of the rooms — the forms of tables and pictures, which people choose, and
// queries with their errors — comes through it.
@_exported import Cypher
@_exported import Rendering
