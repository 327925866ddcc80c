"""Forms on records that more than one page shows; they know services and the kit, never a page."""
