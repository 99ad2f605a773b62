"""Values of the law: what a requirement, a duty, a citation, an edition and a body are.

Takes and gives values. May not touch files, clocks, networks or any other package but `fault`.
"""
