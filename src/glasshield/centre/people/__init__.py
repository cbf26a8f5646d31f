"""Who is who at a centre: parties, people, what each may do and does."""
