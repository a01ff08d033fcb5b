"""The register: records, and for every value of a record the sentence or the officer that says so. Knows no page.

`models` holds one noun a file, `actions` one verb a file, `queries` what pages ask for. Everything a source says goes
through the `ledger`, which also settles what a record shows; `matching` alone decides whether two things are the same.
"""
