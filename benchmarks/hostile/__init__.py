"""What a stranger could send to cost time, memory or patience, and what it costs."""
