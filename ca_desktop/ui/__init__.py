"""Floor 4: the only place that knows Qt. It asks services and knows no paper and no table."""
