"""What a directory is made of: values only, and the field types that read them."""
