"""The evidence graph of one proposition as a picture: a drawing made once, and one module a format.

A member is a function that takes a :class:`~provenance.exports.graph_drawings.drawing.Drawing` and yields text. The
same drawing gives the same bytes. Every name and word in a drawing may be hostile: a member escapes all of them.

    dot       every node and step, for Graphviz
    graphml   every node and step, for networkx, Gephi, yEd, Cytoscape
    mermaid   for Markdown pages; leaves out near-copy steps that say nothing new
    svg       a picture without any other program; leaves out the same
"""
