"""What is true in a craft centre without a computer: subjects, rules, formulas, rights. Standard
library only.
"""
