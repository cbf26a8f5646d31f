"""The view document: what a browser shows of an assessment, of judged claims and of plans.

`glasshield.report.view.build.view_of` makes it, `schema.schema` describes it to other languages.
"""
