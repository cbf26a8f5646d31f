"""Reports of monitoring: where to stand to watch a test, and what was measured."""
