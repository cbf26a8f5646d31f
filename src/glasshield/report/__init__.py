"""Reports: an assessment as a page, a printed document, and files for other programs."""
