"""Views of a report: terminal text, plain data and JSON, SARIF, and a document for the renderers."""
