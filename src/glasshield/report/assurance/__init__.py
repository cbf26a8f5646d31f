"""The report of a judged claim: who finds what, on what it hangs, what each would have to show."""
