"""Whether a claim holds under each party's assumptions, by which margin, and on what it hangs."""
