"""Reports: the progress report, the factsheets of roles, and the papers that were issued."""
