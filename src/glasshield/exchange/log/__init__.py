"""The sealed log: what was received, decided and released, in a tree that nobody rewrites alone.

    entry -> leaf hash -> tree (RFC 9162) -> checkpoint (signed by the log) -> cosignatures
                                                                               of witnesses

An entry that a reader may not see stands in an export as its leaf hash, so that the tree can be
checked by everybody. Nothing here knows a store or a network: leaf hashes come through
`merkle.LeafHashes`, entries through `bundle.Entries`.
"""
