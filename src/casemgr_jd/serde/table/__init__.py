"""Rows of tables to the facts of requisitions: columns, raw cells, codes of other systems."""
