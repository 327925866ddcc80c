"""The page of attendance: one week of a group in one grid."""
