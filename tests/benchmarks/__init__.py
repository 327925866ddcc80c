"""Speed and memory as ratios, each against a floor measured in the same run."""
