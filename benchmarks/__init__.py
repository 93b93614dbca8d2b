"""What is measured: scripts that make their own data and print their numbers."""
