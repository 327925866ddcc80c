"""Forms of one record that more than one page needs; they know the kit, services and domain."""
