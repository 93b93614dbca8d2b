"""What is known of listings -> what a person should look at: addresses that do not lead there, listings in need."""
