"""What a user can do: one public method is one permission and one transaction."""
