"""Values ranked by how sources agree: a plain table of (source, object, value) in, beliefs and source trust out.

It stands beside the line of stages: nothing is extracted, and nothing here says what is true.
"""
